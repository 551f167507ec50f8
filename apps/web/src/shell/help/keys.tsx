import { Sheet } from './sheet.tsx';

export function Keys() {
  return (
    <>
      <h3>Keyboard</h3>
      <Sheet
        keys
        rows={[
          ['↑ ↓ ← →', 'Move in the list; with an event open, ↑ ↓ walk from event to event'],
          ['Home End', 'First and last column'],
          ['Page Up, Page Down', 'One screen of events'],
          ['Enter', 'Open the event, or the menu of a value'],
          ['x, c', 'Select the event; compare the selected ones'],
          ['Esc', 'Close'],
          ['?', 'All shortcuts'],
        ]}
      />
    </>
  );
}
