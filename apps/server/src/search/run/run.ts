import { setMaxListeners } from 'node:events';
import type { EventRow, Frame } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import { Channel } from './channel.ts';
import { printCursor, type SearchIdentity } from '../cursor/cursor.ts';
import { Frontier } from '../scope/frontier.ts';
import { Entry } from './ledger.ts';
import { Newest } from '../scope/newest.ts';
import { News } from './news.ts';
import type { SearchPlan } from '../plan/plan.ts';
import { hasEnded, type Position } from '../cursor/position.ts';
import { readScope } from '../scope/scope-reader.ts';
import type { Step } from '../scope/scope-reading.types.ts';
import type { PageSource, Target } from '../search.types.ts';

export interface SearchRun {
  readonly plan: SearchPlan;
  readonly identity: SearchIdentity;
  /** Where it goes on; absent in the beginning. */
  readonly cursor?: string | undefined;
  /** The window was cut where AWS's 90 days begin. */
  readonly cut: boolean;
  readonly targets: readonly Target[];
  /** One a target, in their order. */
  readonly positions: readonly Position[];
  readonly limit: number;
  readonly rowOf: (event: TrailEvent) => EventRow;
  readonly source: PageSource;
  /** Sees each row that is handed out. */
  readonly onRow: (event: TrailEvent) => void;
}

/** Progress is for reading: four times a second is more than anybody can. */
const PROGRESS_MS = 250;
/** One for all: what an error costs is where it was made. */
const left = new Error('The search has ended.');
/** Pages held for a consumer that is slow, over all scopes. */
const HELD_PAGES = 16;

/** The frames of a search: plan, then rows as they are read, at last end. Ends without `end` when aborted. */
export async function* runSearch(run: SearchRun, signal: AbortSignal): AsyncGenerator<Frame> {
  const { plan, targets } = run;
  yield { type: 'plan', plan: plan.shown };
  const entries = targets.map(
    (target, index) =>
      new Entry(target, plan.from, plan.to, run.positions[index] ?? startOf(plan.to)),
  );
  const leave = new AbortController();
  const channel = new Channel<{ entry: Entry; step: Step }>(HELD_PAGES);
  const onAbort = (): void => channel.close();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const reading = AbortSignal.any([signal, leave.signal]);
  // Every scope listens to it: a dozen are no leak, as Node.js believes and says on stderr.
  setMaxListeners(0, reading);
  const readers = startReaders(run, entries, reading, channel);
  void readers.then(() => channel.close());

  let matched = 0;
  let shownAt = -Infinity;
  const news = new News();
  const next = (): string | undefined => cursorOf(run, entries);
  const progress = (next?: string): Frame => {
    shownAt = performance.now();
    return {
      type: 'progress',
      scopes: entries.map((entry) => entry.progress()),
      ...(next === undefined ? {} : { next }),
    };
  };
  try {
    yield progress(run.cursor);
    // A first page may take seconds; by then it should be known that it is being read.
    let dirty = true;
    for (;;) {
      const due = shownAt + PROGRESS_MS - performance.now();
      if (dirty && due <= 0) {
        yield progress(next());
        dirty = false;
        continue;
      }
      const taken = await channel.take(dirty ? due : Infinity);
      if (signal.aborted) return;
      if (taken === 'closed') break;
      if (taken === 'late') continue;
      // What the archive holds of all scopes comes in one moment, and goes on as one.
      const steps = [taken.item, ...channel.rest()];
      const rows = steps.flatMap(({ step }) => rowsIn(step));
      if (rows.length > 0) yield { type: 'rows', events: rows.map((event) => run.rowOf(event)) };
      matched += rows.length;
      // Only now: whoever stops here goes on from behind the rows that were handed over.
      for (const { entry, step } of steps) entry.apply(step);
      dirty = true;
      for (const { entry, step } of steps) {
        const problem = news.of(step, entry.target);
        if (problem !== undefined) yield { type: 'problem', problem };
      }
    }
    const last = next();
    yield progress(last);
    yield {
      type: 'end',
      complete: entries.every((entry) => entry.state === 'complete'),
      matched,
      ...(last === undefined ? {} : { next: last }),
    };
  } finally {
    signal.removeEventListener('abort', onAbort);
    leave.abort(left);
    channel.close();
  }
}

const rowsIn = (step: Step): readonly TrailEvent[] =>
  step.kind === 'page' || step.kind === 'early' ? step.rows : [];

const startOf = (to: EpochMs): Position => ({ at: to, sent: new Set() });

/** Reads all scopes, each at its own pace, as far as they can still add to the rows that are wanted. */
async function startReaders(
  run: SearchRun,
  entries: readonly Entry[],
  signal: AbortSignal,
  channel: Channel<{ entry: Entry; step: Step }>,
): Promise<void> {
  const newest = new Newest(run.limit);
  const frontier = new Frontier<Entry>(newest, signal);
  const open = entries.flatMap((entry) => {
    const { position } = entry;
    if (hasEnded(position)) return [];
    // What failed before is likely to fail again, and the others need not wait to see it.
    const useless = frontier.enter(entry, position.at, position.known === undefined);
    return [{ entry, start: position, useless }];
  });
  // What was sent of the second in which they stand is met again.
  const met = open.reduce((sum, { start }) => sum + start.sent.size, 0);
  const limit = run.limit + met;
  await Promise.all(
    open.map(async ({ entry, start, useless }) => {
      await frontier.turn(entry);
      entry.start();
      await readScope({
        target: entry.target,
        start,
        plan: run.plan,
        newest,
        limit,
        source: run.source,
        signal,
        useless,
        tell: async (step) => {
          for (const event of rowsIn(step)) run.onRow(event);
          if (step.kind === 'page') frontier.moved(entry, step.resume.at);
          await channel.push({ entry, step });
        },
      });
      frontier.left(entry);
    }),
  );
}

function cursorOf(run: SearchRun, entries: readonly Entry[]): string | undefined {
  const positions = entries.map(({ position }) => position);
  if (positions.every(hasEnded)) return undefined;
  return printCursor({ positions, cut: run.cut }, run.identity);
}
