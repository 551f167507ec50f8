import type { AnyRouter } from '@tanstack/react-router';
import { parseFilter } from '@trailglass/query';
import type { ListInHand } from '../../../event-history/results/list-in-hand.ts';
import { arrival } from '../../../address/page-state.ts';
import type { SelectedSearch } from '../../../event-history/detail/selected-text/selected-search.ts';
import {
  clearSelection,
  differSelected,
  hasSelection,
  selectListed,
} from '../../../event-history/selection/selection.ts';
import { noveltyPreference } from '../../../event-history/novelty/novelty-preference.ts';
import { presets, rangeLabel } from '../../../time-range/time-range.ts';
import { notify } from '../../../ui/notices.ts';
import type { TimeZone } from '../../../ui/time/time-zone.ts';
import { policyOfSearch } from '../../../address/pages/policy-address.ts';
import { densityPreference, themePreference } from '../../../ui/preference/appearance.ts';
import { act } from '../pressed/act.ts';
import { overlay } from '../pressed/overlay.ts';
import type { Command } from './command.ts';
import { groupCommands } from './group-commands.ts';
import { keptCommands } from './kept-commands.ts';
import { searchFor } from './search-for.ts';

interface Situation {
  readonly router: AnyRouter;
  /** Absent where there is no list. */
  readonly list: ListInHand | undefined;
  readonly zone: TimeZone;
  /** What can be done with text that is selected in an event. */
  readonly selected: SelectedSearch | undefined;
}

/** What can be done here and now, in the order in which it is shown. */
export const commandsFor = (at: Situation): readonly Command[] => [
  ...selectedCommands(at),
  ...listCommands(at),
  ...groupCommands(at),
  ...keptCommands(at),
  ...pageCommands(at),
  ...lookCommands(),
];

const selectedCommands = ({ selected }: Situation): readonly Command[] =>
  selected
    ? [
        {
          id: 'selected',
          group: 'Open event',
          text: `Search the selected text: ${selected.what}`,
          act: selected.act,
        },
      ]
    : [];

function listCommands({ router, list, zone }: Situation): readonly Command[] {
  if (!list) return [];
  const { store, change, page } = list;
  const group = 'This list';
  const command = (
    id: string,
    text: string,
    does: () => void,
    keys?: readonly string[],
  ): Command => ({
    id,
    group,
    text,
    act: does,
    ...(keys && { keys }),
  });
  const button = (part: string, text: string): readonly Command[] => {
    const found = document.querySelector<HTMLElement>(
      `[data-part=${part}] button:not(:disabled,[aria-disabled=true])`,
    );
    return found ? [command(part, text, () => press(found))] : [];
  };
  const otherMode = document.querySelector<HTMLElement>(
    '[data-part=filter-mode] [aria-pressed=false]:not(:disabled,[aria-disabled=true])',
  );
  const live = document.querySelector('[data-part=live] [aria-pressed=true]') !== null;
  return [
    command('search', 'Write in the filter', () => act('search', router), ['/']),
    ...(otherMode
      ? [
          command('filter-mode', `Filter as ${otherMode.innerText.toLowerCase()}`, () =>
            otherMode.click(),
          ),
        ]
      : []),
    ...(page.q === '' ? [] : [command('clear', 'Clear the filter', () => change({ q: '' }))]),
    ...(page.q === arrival.q
      ? []
      : [command('writes', 'Only events that change something', () => change({ q: arrival.q }))]),
    command('refresh', 'Refresh', store.refresh),
    ...button('live', live ? 'Stop following new events' : 'Follow new events live'),
    command('compare', 'Compare the selected events', () => act('compare', router), ['c']),
    command('differ', 'What is different about the selected events', () => {
      if (hasSelection()) change(differSelected());
      else notify({ type: 'info', content: 'Select events first: with their boxes, or with x.' });
    }),
    command('differ-time', 'What is different about a time: choose it on the timeline', () =>
      document.querySelector<HTMLElement>('[data-part=timeline]')?.focus(),
    ),
    command('policy', 'IAM policy of these events: what they did, and no more', () =>
      router.history.push(policyOfSearch(page)),
    ),
    command('select-all', 'Select the events of this list, the newest 200 at most', selectListed),
    command('deselect', 'Clear the selection', clearSelection),
    ...button('bookmark', 'Bookmark the open event'),
    ...button('columns', 'Choose columns'),
    ...button('download', 'Download the events'),
    command('link', 'Copy the link', () => act('link', router), ['y']),
    ...presets.map((range) => ({
      id: `range-${range.amount}-${range.unit}`,
      group: 'Time range',
      text: rangeLabel(range, zone),
      act: () => change({ range }),
    })),
    {
      id: 'range',
      group: 'Time range',
      text: 'Another time range',
      keys: ['t'],
      act: () => act('time', router),
    },
  ];
}

function pageCommands({ router, list }: Situation): readonly Command[] {
  const group = 'Pages';
  const go = (page: 'events' | 'bookmarks' | 'archive' | 'accounts') => () => act(page, router);
  return [
    ...(list
      ? []
      : [{ id: 'events', group, text: 'Event history', keys: ['g', 'e'], act: go('events') }]),
    { id: 'bookmarks', group, text: 'Bookmarks', keys: ['g', 'b'], act: go('bookmarks') },
    { id: 'archive', group, text: 'Archive', keys: ['g', 'a'], act: go('archive') },
    { id: 'accounts', group, text: 'Accounts', keys: ['g', 's'], act: go('accounts') },
    { id: 'keys', group, text: 'Keyboard shortcuts', keys: ['?'], act: () => overlay.set('sheet') },
  ];
}

function lookCommands(): readonly Command[] {
  const group = 'Look';
  const themes = { system: 'Theme: browser default', light: 'Theme: light', dark: 'Theme: dark' };
  const densities = { compact: 'Density: compact', comfortable: 'Density: comfortable' };
  const marks = { shown: 'Show new and rare marks', hidden: 'Hide new and rare marks' };
  const others = <K extends string>(
    texts: Readonly<Record<K, string>>,
    chosen: K,
    choose: (value: K) => void,
  ): readonly Command[] =>
    (Object.keys(texts) as K[])
      .filter((value) => value !== chosen)
      .map((value) => ({ id: value, group, text: texts[value], act: () => choose(value) }));
  return [
    ...others(themes, themePreference.read(), themePreference.write),
    ...others(marks, noveltyPreference.read(), noveltyPreference.write),
    ...others(densities, densityPreference.read(), densityPreference.write),
  ];
}

/** What was typed as a search of its own, where it can be one. */
export function searchCommand({ router, list }: Situation, typed: string): readonly Command[] {
  const q = typed.trim();
  if (q === '' || !parseFilter(q).filter) return [];
  return [
    {
      id: 'typed',
      group: 'Search',
      text: `Search events for ${q}`,
      act: () => searchFor({ router, list }, q),
    },
  ];
}

/** On a telephone the list's actions may be folded away: what is opened must be seen. */
function press(button: HTMLElement): void {
  if (!button.checkVisibility())
    document.querySelector<HTMLElement>('[data-part=actions] button')?.click();
  requestAnimationFrame(() => button.click());
}
