import type { EpochMs, TrailEvent } from '@trailglass/record';

/** Events that are handed on together, when none has to wait for a scope's next page. */
const MOST = 500;

/** A page of one scope, newest first: everything newer than `readTo` has been given with it. */
export interface Part {
  readonly events: readonly TrailEvent[];
  readonly readTo: EpochMs;
}

interface Head {
  readonly parts: AsyncIterator<Part>;
  /** The part after this one, on its way while this one is handed on. */
  next: Promise<IteratorResult<Part>>;
  events: readonly TrailEvent[];
  at: number;
  /** Nothing newer than this is to come. */
  readTo: number;
}

/**
 * Several scopes, each newest first, as one. Two parts of each are held, whatever comes: the reading goes no faster than
 * what it gives is taken. Scopes that have read to the same time are asked for more in the same moment, so that they
 * can be read together.
 */
export async function* mergeNewest(
  scopes: readonly AsyncIterable<Part>[],
): AsyncGenerator<readonly TrailEvent[]> {
  const heads = scopes.map((scope): Head => {
    const parts = scope[Symbol.asyncIterator]();
    return { parts, next: ahead(parts), events: [], at: 0, readTo: Infinity };
  });
  let open = heads;
  try {
    while (open.length > 0) {
      // Down to here nothing that is still to come can be newer than what is there.
      const barrier = barrierOf(open);
      const batch: TrailEvent[] = [];
      let head = newestOf(open);
      while (timeOf(head) > barrier && batch.length < MOST) {
        batch.push(head.events[head.at] as TrailEvent);
        head.at += 1;
        if (head.at === head.events.length) break;
        head = newestOf(open);
      }
      if (batch.length > 0) yield batch;
      else open = await turnedFrom(open, barrier);
    }
  } finally {
    for (const { parts } of heads) void parts.return?.().catch(() => undefined);
  }
}

/** The first part is asked of all scopes at once, and each further one while the one before is handed on. */
function ahead(parts: AsyncIterator<Part>): Head['next'] {
  const next = parts.next();
  next.catch(() => undefined);
  return next;
}

/** The time to which those that have nothing left have read. */
function barrierOf(open: readonly Head[]): number {
  let barrier = -Infinity;
  for (const head of open) if (isEmpty(head)) barrier = Math.max(barrier, head.readTo);
  return barrier;
}

/** All that stand at the barrier with nothing left go on to their next part. @returns those that had one, and the others */
async function turnedFrom(open: readonly Head[], barrier: number): Promise<Head[]> {
  const waited = open.filter((head) => isEmpty(head) && head.readTo === barrier);
  const parts = await Promise.all(waited.map(({ next }) => next));
  const ended = new Set<Head>();
  for (const [n, head] of waited.entries()) {
    const part = parts[n];
    if (part === undefined || part.done === true) ended.add(head);
    else Object.assign(head, { ...part.value, at: 0, next: ahead(head.parts) });
  }
  return open.filter((head) => !ended.has(head));
}

/** The one whose next event is the newest; of equally new ones the first. */
function newestOf(heads: readonly Head[]): Head {
  let newest = heads[0] as Head;
  for (const head of heads) if (timeOf(head) > timeOf(newest)) newest = head;
  return newest;
}

const isEmpty = ({ events, at }: Head): boolean => at === events.length;
const timeOf = ({ events, at }: Head): number => events[at]?.time ?? -Infinity;
