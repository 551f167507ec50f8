import { type AccountSettings, soleAccount } from './accounts.ts';
import type { Clock } from './clock.ts';
import { EventStore } from './events/event-store.ts';
import type { LocalOptions } from './options.ts';
import { OwnIds } from './records/own-ids.ts';
import { loadRecords, loadText, type TakeRecord } from './records/load-records.ts';
import { redate } from './records/redate.ts';
import { SkippedRecords } from './records/skipped.ts';
import { feedSamples } from './sample-feed.ts';
import { openSamples } from './samples/index.ts';
import type { SampleSource } from './samples.types.ts';
import { serveRecord } from './serve-records.ts';

/** What is served: events, to whom, and what had to be left out. */
export interface Stock {
  readonly accounts: readonly AccountSettings[];
  readonly store: EventStore;
  readonly skipped: SkippedRecords;
  regions(): string[];
  /** Resolves when the samples are there too. */
  readonly loaded: Promise<void>;
  add(text: string): void;
  /** Records that got an eventID of their own. */
  newIds(): number;
  stop(): void;
}

/** Loads the records and the samples that were asked for. */
export async function loadStock(options: LocalOptions, seed: number, clock: Clock): Promise<Stock> {
  const samples = options.samples ? openSamples({ seed, now: clock.today() }) : undefined;
  const accounts = allAccounts(options.accounts, samples?.accounts ?? []);
  const store = new EventStore();
  const skipped = new SkippedRecords();
  const serve: TakeRecord = (record, source, line) => {
    const why = serveRecord(store, accounts, record);
    if (why !== undefined) skipped.add(source, line, why);
  };
  const ids = options.newIds ? new OwnIds() : undefined;
  await load(options, skipped, serve, { now: clock.today(), ids });
  const feed = samples && feedSamples(samples, store, skipped, clock.today);
  return {
    accounts,
    store,
    skipped,
    regions: () => [...new Set([...(samples?.regions ?? []), ...store.regions])].sort(),
    loaded: feed?.loaded ?? Promise.resolve(),
    add: (text) => loadText(text, 'added', 1, skipped, serve, ids),
    newIds: () => ids?.given ?? 0,
    stop: () => feed?.stop(),
  };
}

async function load(
  { records = [], redate: shift }: LocalOptions,
  skipped: SkippedRecords,
  serve: TakeRecord,
  { now, ids }: { readonly now: number; readonly ids: OwnIds | undefined },
): Promise<void> {
  if (!shift) return loadRecords(records, skipped, serve, ids);
  // The constant is known only when the newest of all has been seen.
  const waiting: Parameters<TakeRecord>[] = [];
  await loadRecords(records, skipped, (...loaded) => waiting.push(loaded), ids);
  const dated = redate(
    waiting.map(([record]) => record),
    now,
  );
  for (const [index, [record, source, line]] of waiting.entries())
    serve(dated[index] ?? record, source, line);
  return undefined;
}

function allAccounts(
  configured: readonly AccountSettings[] | undefined,
  samples: SampleSource['accounts'],
): readonly AccountSettings[] {
  const taken = new Set(configured?.map(({ id }) => id));
  const accounts = [...(configured ?? []), ...samples.filter(({ id }) => !taken.has(id))];
  return accounts.length > 0 ? accounts : [soleAccount];
}
