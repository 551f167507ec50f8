import { catalogue } from '@trailglass/record';
import type { ListInHand } from '../../../event-history/results/list-in-hand.ts';
import type { Command } from './command.ts';

/** Each of its values would be a group of one. */
const alone = new Set(['eventId', 'eventTime']);

/** The list by the values of a field; and back. */
export function groupCommands({
  list,
}: {
  readonly list: ListInHand | undefined;
}): readonly Command[] {
  if (!list) return [];
  const { change, page } = list;
  const group = 'Group the events';
  return [
    ...(page.group
      ? [
          {
            id: 'ungroup',
            group,
            text: 'Show the list, not grouped',
            act: () => change({ group: undefined, sort: undefined }),
          },
        ]
      : []),
    ...catalogue
      .filter(
        ({ name }) => !alone.has(name) && !(page.group?.length === 1 && page.group[0] === name),
      )
      .map(({ name, label }) => ({
        id: `group-${name}`,
        group,
        text: `Group by ${label}`,
        act: () => change({ group: [name] }),
      })),
  ];
}
