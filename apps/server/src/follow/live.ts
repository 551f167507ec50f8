import {
  type EventRow,
  problem,
  ProblemError,
  type LiveFrame,
  type Problem,
} from '@trailglass/api';
import { matcher } from '@trailglass/query';
import { printTime, type TrailEvent } from '@trailglass/record';
import { rowsWith } from '../search/row.ts';
import type { SearchRequest, Target } from '../search/search.types.ts';
import { targetsOf, type Places } from '../search/targets.ts';
import type { FollowState } from './follow.types.ts';
import type { Followers } from './followers.ts';
import { Inbox } from './inbox.ts';

/** New events that match, from now on. */
export type LiveRequest = Pick<SearchRequest, 'filter' | 'scopes' | 'columns'>;

export interface LiveParts {
  readonly places: Places;
  readonly followers: Pick<Followers, 'follow'>;
  /** Sees each event that is handed out. */
  readonly onRow: (event: TrailEvent) => void;
}

/** No state is older than this on the reader's side. */
const HEARTBEAT_MS = 5_000;
/** Many scopes change at once; they are told together. */
const TOGETHER_MS = 200;
const ROWS_A_FRAME = 200;

/** What matches, as it is found. Throws at once for a request that is wrong; ends only when `signal` aborts. */
export function liveFrames(
  { filter, scopes, columns }: LiveRequest,
  parts: LiveParts,
  signal: AbortSignal,
): AsyncIterable<LiveFrame> {
  return frames(
    targetsOf(scopes, parts.places),
    matcher(filter),
    { ...parts, rowOf: rowsWith(columns) },
    signal,
  );
}

async function* frames(
  targets: readonly Target[],
  matches: (event: TrailEvent) => boolean,
  { followers, onRow, rowOf }: LiveParts & { readonly rowOf: (event: TrailEvent) => EventRow },
  signal: AbortSignal,
): AsyncGenerator<LiveFrame> {
  const inbox = new Inbox<TrailEvent, FollowState>(targets.length, unknown);
  const onAbort = (): void => inbox.wake();
  signal.addEventListener('abort', onAbort, { once: true });
  const stops = targets.map((target, index) =>
    followers.follow(target, {
      eager: true,
      onEvents: (listed) => inbox.put(listed.map(({ event }) => event).filter(matches)),
      onState: (state) => inbox.say(index, state, isNews),
    }),
  );
  try {
    let toldAt = -Infinity;
    while (!signal.aborted) {
      const waited = performance.now() - toldAt;
      if (waited >= (inbox.hasNews ? TOGETHER_MS : HEARTBEAT_MS)) {
        toldAt = performance.now();
        const states = inbox.states();
        yield { type: 'following', scopes: targets.map((target, n) => shown(target, states[n])) };
        continue;
      }
      if (inbox.isOverfull) throw tooSlow();
      const events = inbox.take(ROWS_A_FRAME);
      if (events.length > 0) {
        for (const event of events) onRow(event);
        yield { type: 'rows', events: events.map((event) => rowOf(event)) };
        continue;
      }
      await inbox.news((inbox.hasNews ? TOGETHER_MS : HEARTBEAT_MS) - waited);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    for (const stop of stops) stop();
  }
}

/** An answer like the one before is told with the next heartbeat. */
const isNews = (before: FollowState, now: FollowState): boolean =>
  before.state !== now.state || before.problem !== now.problem;

const unknown: FollowState = { state: 'waiting', since: 0 };

const shown = (
  { label }: Target,
  { state, answeredAt, problem: inTheWay, since }: FollowState = unknown,
): Extract<LiveFrame, { type: 'following' }>['scopes'][number] => ({
  ...label,
  state,
  ...(answeredAt === undefined ? {} : { answeredAt: printTime(answeredAt) }),
  ...(inTheWay === undefined ? {} : { problem: fromNow(inTheWay, since) }),
});

const fromNow = (inTheWay: Problem, since: number): Problem =>
  inTheWay.retryAfterMs === undefined
    ? inTheWay
    : {
        ...inTheWay,
        retryAfterMs: Math.max(0, Math.round(inTheWay.retryAfterMs + since - performance.now())),
      };

const tooSlow = (): ProblemError =>
  new ProblemError(
    problem(
      'too-many-requests',
      'More events came than this connection took. Connect again and read what is missing with a search.',
    ),
  );
