import { type Asked, type GroupRow, groupEndpoints, type Groups } from '@trailglass/api';
import { useClient } from '../../api/client.ts';
import { type Figure, useFigure } from '../results/use-figure.ts';
import type { GroupSort } from '../../address/page-state.ts';
import type { Phase } from '../results/results.ts';

export const largestFirst: GroupSort = { by: 'count', ascending: false };

export interface Grouped extends Omit<Groups, 'groupings'> {
  /** What the rows are grouped by; while another grouping is counted, the one before. */
  readonly by: readonly string[];
  readonly rows: readonly GroupRow[];
  readonly total: number;
  readonly long: number;
}

/** The first groups of a search's events, counted again while it reads. */
export function useGroups(
  by: readonly string[],
  sort: GroupSort,
  limit: number,
  asked: Asked | undefined,
  phase: Phase,
): Figure<Grouped> {
  const client = useClient();
  return useFigure(
    ['groups', by, sort, limit],
    asked,
    phase,
    async ({ scopes, ...about }, signal): Promise<Grouped> => {
      const grouping = { by: [...by], order: sort.by, ascending: sort.ascending, limit };
      const body = { ...about, scope: [...scopes], groupings: [grouping] };
      const { groupings, ...found } = await client.call(groupEndpoints.groups, { body }, signal);
      return { ...found, by, ...(groupings[0] ?? { rows: [], total: 0, long: 0 }) };
    },
    ({ covered }) => covered < 1,
  );
}
