import type { EventRow } from '@trailglass/api';
import { type EpochMs, printSecond, secondOf } from '@trailglass/record';
import type { ResultsStore } from '../results/store.ts';

/** The list moves no more often than this, however many scopes have something new. */
const TOGETHER_MS = 1_500;
/** The question's time, and with it all that is counted over it, moves on after this long when events came, … */
const MOVE_MS = 10_000;
/** … and after this long when none did. */
const MOVE_IDLE_MS = 60_000;

export interface Outbox {
  readonly put: (events: readonly EventRow[]) => void;
  /** Nothing up to then is missing; undefined when that cannot be said. */
  readonly wholeTo: (to: EpochMs | undefined) => void;
  readonly close: () => void;
}

/** Between the connection and the list: the first events go through at once, what follows goes together. */
export function outbox(
  store: Pick<ResultsStore, 'news'>,
  now: () => EpochMs,
  /** Aborts when the list is about something else: what is held then is of no use. */
  signal: AbortSignal,
): Outbox {
  let held: EventRow[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedAt = -Infinity;
  let movedAt = now() as number;
  let isMoving = false;

  const hand = (to?: string): void => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const events = held;
    held = [];
    if (events.length > 0) {
      handedAt = performance.now();
      isMoving = true;
    }
    store.news(events, to);
  };
  return {
    put: (events) => {
      held.push(...events);
      timer ??= setTimeout(hand, Math.max(0, handedAt + TOGETHER_MS - performance.now()));
    },
    wholeTo: (to) => {
      if (to === undefined || now() - movedAt < (isMoving ? MOVE_MS : MOVE_IDLE_MS)) return;
      movedAt = now();
      hand(printSecond(secondOf(to)));
      isMoving = false;
    },
    close: () => hand(),
  };
}
