import {
  type Client,
  liveEndpoints,
  liveOverlapMs,
  printColumns,
  problem,
  type Problem,
  ProblemError,
} from '@trailglass/api';
import { type EpochMs, parseTime } from '@trailglass/record';
import type { Question } from '../results/question.ts';
import type { ResultsStore } from '../results/store.ts';
import { catchUp } from './catch-up.ts';
import type { LiveScope, LiveStatus } from './live-state.ts';
import { outbox } from './outbox.ts';

export interface Following {
  readonly client: Pick<Client, 'stream' | 'events'>;
  readonly question: Question;
  readonly store: Pick<ResultsStore, 'news' | 'snapshot'>;
  /** The server's now. */
  readonly now: () => EpochMs;
  readonly tell: (status: LiveStatus) => void;
}

/** The server says something every five seconds; one that does not for so long is gone, whatever its connection says. */
const SILENT_MS = 25_000;
/** Behind a gap shorter than this the server's own overlap closes it. */
const SHORT_MS = liveOverlapMs - 15_000;

/**
 * One connection: what comes is handed to the list. Ends only by throwing: why it broke, or the signal's reason.
 * @param known until when the list was known to be whole; undefined when its search has only just begun
 * @param heard is called with every frame, and with the time until when the list is now known to be whole
 */
export async function connect(
  following: Following,
  known: EpochMs | undefined,
  heard: (to: EpochMs | undefined) => void,
  signal: AbortSignal,
): Promise<never> {
  const { client, question, store, now, tell } = following;
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const silence = (): void => ending.abort(new ProblemError(silent));
  let watch = setTimeout(silence, SILENT_MS);
  const out = outbox(store, now, signal);
  let scopes: readonly LiveScope[] = [];
  let gap: 'unknown' | 'open' | 'closing' | 'closed' = 'unknown';
  const say = (): void => tell({ kind: 'connected', scopes, catchingUp: gap === 'closing' });
  const close = async (since: EpochMs): Promise<void> => {
    gap = 'closing';
    const from = store.snapshot().plan?.from;
    const about = { question, from, known: since, now: now() };
    const whole = await catchUp(client, about, out.put, until).catch(() => false);
    if (until.aborted) return;
    gap = whole ? 'closed' : 'open';
    say();
  };
  try {
    const query = {
      q: question.q,
      scope: question.scopes.join(','),
      columns: printColumns(question.paths ?? []),
    };
    for await (const frame of client.stream(liveEndpoints.live, { query }, until)) {
      clearTimeout(watch);
      watch = setTimeout(silence, SILENT_MS);
      if (frame.type === 'problem') throw new ProblemError(frame.problem);
      if (frame.type === 'rows') {
        out.put(frame.events);
        continue;
      }
      ({ scopes } = frame);
      const to = wholeTo(scopes);
      const isFirst = gap === 'unknown';
      if (isFirst) gap = known !== undefined && now() - known > SHORT_MS ? 'open' : 'closed';
      // What a search could not read it can when every scope is being followed again.
      if (known !== undefined && gap === 'open' && (isFirst || to !== undefined)) void close(known);
      heard(gap === 'closed' ? to : undefined);
      if (gap === 'closed') out.wholeTo(to);
      say();
    }
    throw new ProblemError(broken);
  } catch (error) {
    throw ending.signal.aborted && !signal.aborted ? ending.signal.reason : error;
  } finally {
    clearTimeout(watch);
    ending.abort(new Error('The connection ended'));
    out.close();
  }
}

/** Up to when every scope has been followed without a gap; undefined while one is not. */
function wholeTo(scopes: readonly LiveScope[]): EpochMs | undefined {
  const times = scopes.map(({ state, answeredAt }) =>
    state === 'following' ? (parseTime(answeredAt) ?? Number.NaN) : Number.NaN,
  );
  const oldest = Math.min(...times);
  return Number.isFinite(oldest) ? (oldest as EpochMs) : undefined;
}

const silent = problem('unreachable', 'Trailglass has said nothing for a while.');
const broken = problem('unreachable', 'The connection to Trailglass broke off.');

export const problemOf = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  // fetch reports a connection that broke in mid-stream as a TypeError.
  if (error instanceof TypeError) return broken;
  return problem('internal', 'The server sent something that is not a live event.');
};
