import { accountKeys } from './auth/account-keys.ts';
import { looksLikeRegion } from './auth/region-name.ts';
import { startClock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import { ninetyDays } from './events/ninety-days.ts';
import { type FaultInput, faultsSchema } from './faults/fault.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import { listen } from './http/listener.ts';
import { openPort } from './http/open-port.ts';
import { type LoggedRequest, RequestLog } from './http/request-log.ts';
import { PageTokens } from './lookup/page-token.ts';
import type { LocalOptions } from './options.ts';
import { RateLimit } from './rate-limit.ts';
import type { Skipped } from './records/skipped.ts';
import { loadStock } from './stock.ts';

/** The endpoint about itself, also under `GET /_local/about`. */
export interface About {
  readonly name: 'cloudtrail-local';
  /** The endpoint's today, ISO 8601. */
  readonly now: string;
  readonly samples: boolean;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly events: number;
  /** Records that got an eventID of their own. */
  readonly newIds: number;
  /** Records that could not be served. */
  readonly skipped: readonly Skipped[];
}

/** All that a program needs to ask this endpoint. The keys are no secret: they open samples, on this machine. */
export interface Invitation {
  readonly url: string;
  readonly regions: readonly string[];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** Made up here, not taken from an accounts file. */
    readonly ours: boolean;
  }[];
}

export interface Local extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Already so, unless the samples were to come later. */
  readonly loaded: Promise<void>;
  about(): About;
  invitation(): Invitation;
  eventsWithin90Days(): number;
  /** The newest 10,000 requests, oldest first. */
  requests(): readonly LoggedRequest[];
  setFaults(faults: readonly FaultInput[]): void;
  /** Serves more records from now on: JSON texts (a record, or a whole log file) or values. */
  add(records: Iterable<string | object>): void;
}

/** Starts a CloudTrail endpoint in this process. */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const log = new RequestLog(options.logFile);
  const seed = options.seed ?? 1;
  const clock = startClock(options.now, options.realTime ?? Date.now);
  const faults = new FaultPlan(faultsSchema.parse(options.faults ?? []), seed);
  const stock = await loadStock(options, seed, clock);
  const { accounts, store, skipped } = stock;
  const endpoint: Endpoint = {
    accounts: new Map(accounts.map((account) => [account.id, account])),
    keys: accountKeys(accounts),
    store,
    loaded: stock.loaded,
    tokens: new PageTokens(),
    rate: new RateLimit(options.ratePerSecond ?? 2, clock.monotonic),
    faults,
    clock,
    strictAttributes: options.strictAttributes ?? false,
    isRegion: (name) => looksLikeRegion(name) || store.hasRegion(name),
  };
  const about = (): About => ({
    name: 'cloudtrail-local',
    now: new Date(clock.today()).toISOString(),
    samples: options.samples ?? false,
    accounts: accounts.map(({ id, name }) => ({ id, name })),
    regions: stock.regions(),
    events: store.size,
    newIds: stock.newIds(),
    skipped: skipped.list(),
  });
  const add = (text: string): void => stock.add(text);
  const listener = { endpoint, about, faults, log, add, latencyMs: options.latencyMs ?? 0 };
  const { host = '127.0.0.1', port = 0 } = options;
  const open = await openPort(host, port, (request, response) =>
    listen(listener, request, response),
  );
  if (!options.samplesLater) await stock.loaded;
  return {
    url: open.url,
    loaded: stock.loaded,
    port: open.port,
    about,
    invitation: () => ({
      url: open.url,
      regions: stock.regions(),
      accounts: accounts.map(({ id, name, accessKeyId, secretAccessKey }) => ({
        id,
        name,
        accessKeyId,
        secretAccessKey,
        ours: options.accounts?.every((given) => given.id !== id) ?? true,
      })),
    }),
    eventsWithin90Days: () => {
      const now = clock.today();
      return store.count(now - ninetyDays, now);
    },
    requests: () => log.list(),
    setFaults: (given) => faults.set(faultsSchema.parse(given)),
    add: (records) => {
      for (const record of records)
        stock.add(typeof record === 'string' ? record : JSON.stringify(record));
    },
    [Symbol.asyncDispose]: async () => {
      stock.stop();
      await open.close();
      await log.close();
    },
  };
}
