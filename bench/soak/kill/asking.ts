import type { Client, Frame, Search } from '@trailglass/api';
import type { Seeded } from './seeded.ts';
import { ACCOUNT, DAYS, type UpstreamEvent } from './upstream.ts';

/** A filter as it is typed, and by what the endpoint's own events tell whether it matches. */
interface Question {
  readonly q: string;
  readonly matches: (event: UpstreamEvent) => boolean;
}
const questions: readonly Question[] = [
  { q: '', matches: () => true },
  { q: 'username:alice', matches: ({ user }) => user === 'alice' },
  { q: 'eventName:RunInstances', matches: ({ eventName }) => eventName === 'RunInstances' },
  { q: '-username:bob', matches: ({ user }) => user !== 'bob' },
];

export interface Asked {
  readonly search: Search;
  readonly question: Question;
  /** Whole seconds, both ends inclusive. */
  readonly from: number;
  readonly to: number;
}

const DAY_S = 86_400;

/** A search that somebody might make: half of them up to now, the others somewhere before. */
export function anySearch(random: Seeded, regions: readonly string[]): Asked {
  const now = Math.floor(Date.now() / 1000);
  const to = random.chance(0.5) ? now : now - random.whole(0, (DAYS - 1) * DAY_S);
  const from = to - random.whole(600, random.chance(0.5) ? 7_200 : DAYS * DAY_S);
  const question = random.one([...questions, questions[0] as Question]);
  return {
    question,
    from,
    to,
    search: searchOf(question.q, from, to, random.some(regions), random.one([100, 500, 1000])),
  };
}

export const searchOf = (
  q: string,
  from: number,
  to: number,
  regions: readonly string[],
  limit: number,
): Search => ({
  q,
  from: new Date(from * 1000).toISOString(),
  to: new Date(to * 1000).toISOString(),
  scopes: regions.map((region) => `${ACCOUNT}:${region}`),
  limit,
});

/** The counts that the page asks beside the rows. */
export const anyFigure = (
  random: Seeded,
  client: Client,
  { search }: Asked,
  signal: AbortSignal,
): Promise<unknown> =>
  random.one([
    () => client.histogram(search, 60, signal),
    () => client.facets(search, ['username', 'eventName'], {}, signal),
    () => client.coverage(search, signal),
    () => client.archive(signal),
  ])();

/** Rows of a search down to its end, part after part. Throws when a part is not whole. */
export async function readToEnd(client: Client, search: Search): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    let end: Extract<Frame, { type: 'end' }> | undefined;
    for await (const frame of client.events({ ...search, ...(cursor && { cursor }) })) {
      if (frame.type === 'rows') ids.push(...frame.events.map(({ eventId }) => eventId));
      if (frame.type === 'problem') throw new Error(frame.problem.detail);
      if (frame.type === 'end') end = frame;
    }
    if (end?.complete) return ids;
    if (end?.next === undefined || end.next === cursor)
      throw new Error(
        `a search ended neither complete nor with a place to go on: ${JSON.stringify(end)}`,
      );
    cursor = end.next;
  }
}
