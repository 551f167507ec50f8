import { Client, type Frame, ProblemError } from '@trailglass/api';
import { anyFigure, anySearch, type Asked } from './asking.ts';
import type { Seeded } from './seeded.ts';
import type { Upstream } from './upstream.ts';

/** What became of one request. */
export type Outcome = 'answered' | 'left' | 'archive-failed' | 'cut' | 'wrong';

/** What all readers of a server together have seen and been told. */
export interface Seen {
  /** Events that were shown and said to be kept: whoever saw them may rely on that. */
  readonly promised: Set<string>;
  readonly outcomes: Record<Outcome, number>;
  readonly complaints: string[];
}
export const nothingSeen = (): Seen => ({
  promised: new Set(),
  outcomes: { answered: 0, left: 0, 'archive-failed': 0, cut: 0, wrong: 0 },
  complaints: [],
});

/** Older than this, no event comes late any more: late ones come within five minutes here. */
const AS_IT_WILL_BE_S = 20 * 60;

/** Asks one thing after the other until told to stop, like somebody at the page. */
export async function keepReading(
  url: string,
  upstream: Upstream,
  random: Seeded,
  seen: Seen,
  stop: AbortSignal,
): Promise<void> {
  const client = new Client(url);
  while (!stop.aborted) {
    const asked = anySearch(random, upstream.regions);
    const outcome = random.chance(0.25)
      ? await outcomeOf(
          async () => {
            await anyFigure(random, client, asked, stop);
            return 'answered';
          },
          seen,
          stop,
        )
      : await outcomeOf(
          () => readRows(client, upstream, asked, random.chance(0.2) ? 5 : Infinity, seen, stop),
          seen,
          stop,
        );
    seen.outcomes[outcome] += 1;
    // The server is gone: it is waited for elsewhere.
    if (outcome === 'cut') return;
  }
}

async function outcomeOf(
  work: () => Promise<Outcome>,
  seen: Seen,
  stop: AbortSignal,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (stop.aborted) return 'left';
    if (error instanceof ProblemError) {
      if (error.problem.type === 'unreachable') return 'cut';
      if (error.problem.type === 'archive-failed' && error.problem.status === 503)
        return 'archive-failed';
    }
    // What fetch says of a connection that broke in the middle of an answer.
    if (error instanceof TypeError) return 'cut';
    seen.complaints.push(String(error));
    return 'wrong';
  }
}

async function readRows(
  client: Client,
  upstream: Upstream,
  { search, question, from, to }: Asked,
  leavesAfter: number,
  seen: Seen,
  stop: AbortSignal,
): Promise<Outcome> {
  const rows = new Set<string>();
  let frames = 0;
  let failed = false;
  let end: Extract<Frame, { type: 'end' }> | undefined;
  for await (const frame of client.events(search, stop)) {
    frames += 1;
    if (frames > leavesAfter) return 'left';
    if (frame.type === 'problem') {
      if (frame.problem.type === 'internal') throw new Error(frame.problem.detail);
      // From here on it says itself that what is shown may have to be read again.
      failed ||= frame.problem.type === 'archive-failed';
    }
    if (frame.type === 'end') end = frame;
    if (frame.type !== 'rows') continue;
    for (const { eventId } of frame.events) {
      if (rows.has(eventId)) throw new Error(`${eventId} was shown twice`);
      rows.add(eventId);
      if (!failed) seen.promised.add(eventId);
    }
  }
  if (end?.complete && to < Date.now() / 1000 - AS_IT_WILL_BE_S) {
    const scopes = new Set(search.scopes);
    for (const event of upstream.byId.values())
      if (
        scopes.has(`${search.scopes[0]?.split(':')[0]}:${event.region}`) &&
        event.second >= from &&
        event.second <= to &&
        question.matches(event) &&
        !rows.has(event.id)
      )
        throw new Error(`a complete search lacks ${event.id}: ${JSON.stringify(search)}`);
  }
  return failed ? 'archive-failed' : 'answered';
}
