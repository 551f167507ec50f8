import { type Client, eventLimits, type EventRow } from '@trailglass/api';
import { type EpochMs, parseTime, printSecond, secondOf } from '@trailglass/record';
import type { Question } from '../results/question.ts';

/** Events come up to so late: what was read earlier than this after it happened is read again. */
const LATE_MS = 15 * 60_000;

interface Gap {
  readonly question: Question;
  /** ISO: where the list begins. */
  readonly from: string | undefined;
  /** Until when everything was known. */
  readonly known: EpochMs;
  readonly now: EpochMs;
}

/**
 * Reads what came while nobody followed, by an ordinary search; events of before, which the list has, come again.
 * @returns whether all of it could be read
 */
export async function catchUp(
  client: Pick<Client, 'events'>,
  { question, from, known, now }: Gap,
  take: (events: readonly EventRow[]) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const first = Math.max(parseTime(from) ?? 0, known - LATE_MS) as EpochMs;
  const search = {
    q: question.q,
    scopes: question.scopes,
    from: printSecond(secondOf(first)),
    to: printSecond(secondOf(now)),
    limit: eventLimits.maxRows,
    columns: question.paths ?? [],
  };
  let cursor: string | undefined;
  for (;;) {
    let next: string | undefined;
    for await (const frame of client.events({ ...search, ...(cursor && { cursor }) }, signal)) {
      if (frame.type === 'rows') take(frame.events);
      if (frame.type !== 'end') continue;
      if (frame.complete) return true;
      next = frame.next;
    }
    // A server that does not move must not be asked for ever.
    if (next === undefined || next === cursor) return false;
    cursor = next;
  }
}
