import {
  type Asked,
  type Client,
  type GroupRow,
  groupEndpoints,
  type Groups,
} from '@trailglass/api';
import type { EntityKind } from '../address/pages/entity-address.ts';
import { entityLists, type EntityList } from './entity-words.ts';

/** Rows of what is new that are told; the rest is a number. */
const MOST_NEW = 12;

export interface Listed extends EntityList {
  readonly rows: readonly GroupRow[];
  readonly total: number;
  /** What the time before has none of, and how many; where that is told. */
  readonly fresh?: { readonly rows: readonly GroupRow[]; readonly total: number };
}
export interface Told extends Omit<Groups, 'groupings'> {
  readonly lists: readonly Listed[];
}

/** One request for all lists: they are counted over the same events of one moment. */
export async function askAbout(
  client: Client,
  kind: EntityKind,
  { scopes, ...about }: Asked,
  since: string | undefined,
  signal: AbortSignal,
): Promise<Told> {
  const lists = entityLists[kind];
  const news = since === undefined ? [] : lists.filter((list) => list.news);
  const body = {
    ...about,
    scope: [...scopes],
    ...(since !== undefined && { since }),
    groupings: [
      ...lists.map(({ by, limit }) => ({ by: [...by], limit, present: true })),
      ...news.map(({ by }) => ({ by: [...by], limit: MOST_NEW, present: true, onlyNew: true })),
    ],
  };
  const { groupings, ...rest } = await client.call(groupEndpoints.groups, { body }, signal);
  return {
    ...rest,
    lists: lists.map((list, n) => {
      const { rows = [], total = 0, fresh = 0 } = groupings[n] ?? {};
      const newRows = groupings[lists.length + news.indexOf(list)]?.rows;
      const isNews = news.includes(list) && newRows;
      return { ...list, rows, total, ...(isNews && { fresh: { rows: newRows, total: fresh } }) };
    }),
  };
}
