interface KeyGroup {
  readonly title: string;
  /** Keys, each pressed after the other, and what they do. */
  readonly rows: readonly (readonly [keys: readonly string[], does: string])[];
}

/** `Ctrl` or `⌘`, as this machine's keyboard has it. */
export const commandKey = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';

export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Anywhere',
    rows: [
      [[commandKey, 'K'], 'Find a command, a page or a search'],
      [['?'], 'This sheet'],
      [['y'], 'Copy the link of the open event, or of the page'],
      [['g', 'e'], 'Go to Event history'],
      [['g', 'b'], 'Go to the bookmarks'],
      [['g', 'a'], 'Go to the archive'],
      [['g', 's'], 'Go to accounts and settings'],
    ],
  },
  {
    title: 'Search',
    rows: [
      [['/'], 'Write in the filter'],
      [['t'], 'Choose the time range'],
      [['↓'], 'In the filter as text: what can be written here'],
      [['Enter'], 'In the filter as text: run it'],
      [['Shift', 'Enter'], 'In the filter as text: a new line'],
    ],
  },
  {
    title: 'List of events',
    rows: [
      [['j'], 'Down: the next, older event; ↓ does the same'],
      [['k'], 'Up: the event before it; ↑ does the same'],
      [['Enter'], 'Open the event'],
      [['x'], 'Select the event'],
      [['Shift', 'x'], 'Select all from the one selected last to here'],
      [[commandKey, 'A'], 'Select the events of the list, the newest 200 at most'],
      [['c'], 'Compare the selected events'],
      [['Shift', 'F10'], 'What can be done with a value'],
    ],
  },
  {
    title: 'Timeline',
    rows: [
      [['←'], 'Choose a time; with Shift stretch it'],
      [['Enter'], 'Look closer at the chosen time'],
      [['Shift', 'Enter'], 'What is different there'],
    ],
  },
  {
    title: 'Open event',
    rows: [
      [['['], 'Previous event'],
      [[']'], 'Next event'],
      [['Esc'], 'Close the event'],
    ],
  },
];
