import type {
  About,
  Archive,
  Counts,
  Coverage,
  Difference,
  Older,
  VerifyFrame,
  Emptiness,
  Facets,
  Frame,
  Groups,
  Histogram,
  Members,
  Keeping,
  LiveFrame,
  Novelty,
  OriginFound,
  SessionTree,
  WholeEvent,
} from '@trailglass/api';
import { printTime } from '@trailglass/record';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { HistogramRequest } from '../../figures/figures.types.ts';
import type { SearchRequest } from '../../search/search.types.ts';
import type { Service } from '../../service.types.ts';
import { serve, type ServeOptions, type Serving } from '../serve.ts';

const about: About = {
  version: '0.0.0',
  mode: 'demo',
  accounts: [{ id: '111122223333', name: 'prod' }],
  regions: ['eu-west-1'],
  now: '2026-11-22T12:00:00Z',
};
const row = {
  account: '111122223333',
  region: 'eu-west-1',
  eventId: 'e-1',
  eventTime: '2026-11-22T11:00:00Z',
};
export const whole: WholeEvent = { row, record: '{"eventID":"e-1"}', resources: [] };

const shownDownload = {
  id: 'd-1',
  fileName: 'cloudtrail-events.csv',
  state: 'done' as const,
  events: 0,
  bytes: 0,
  problems: [],
};

/** The smallest service that is one: what HTTP does with it is what these tests are about. */
export class TinyService implements Service {
  readonly searches: SearchRequest[] = [];
  /** When the signal of each search was aborted. */
  readonly aborted: Promise<void>[] = [];
  frames: (signal: AbortSignal) => AsyncIterable<Frame> = async function* none() {
    yield { type: 'end', complete: true, matched: 0 };
  };
  failure: Error | undefined;
  /** Why the archive does not answer. */
  unready: Error | undefined;

  async about(): Promise<About> {
    if (this.failure) throw this.failure;
    return about;
  }
  search(request: SearchRequest, signal: AbortSignal): AsyncIterable<Frame> {
    this.searches.push(request);
    this.aborted.push(
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      }),
    );
    return this.frames(signal);
  }
  async *live(): AsyncGenerator<LiveFrame> {
    yield { type: 'following', scopes: [] };
  }
  async event(): Promise<WholeEvent> {
    return whole;
  }
  async histogram(request: HistogramRequest, signal: AbortSignal): Promise<Histogram> {
    for await (const _ of this.search({ ...request, limit: request.buckets }, signal));
    const { from, to } = { from: printTime(request.from), to: printTime(request.to) };
    return { from, to, bucketSeconds: 60, buckets: [], matched: 0, covered: 0 };
  }
  async facets(): Promise<Facets> {
    return { facets: [], matched: 0, covered: 0 };
  }
  async coverage(): Promise<Coverage> {
    return { from: '', to: '', scopes: [] };
  }
  async groups(): Promise<Groups> {
    const covered = 0;
    return { from: '', to: '', all: { count: 0, errors: 0, writes: 0 }, covered, groupings: [] };
  }
  async members(): Promise<Members> {
    return { members: [], events: 0 };
  }
  async counts(): Promise<Counts> {
    return { counts: [] };
  }
  async emptiness(): Promise<Emptiness> {
    return { covered: 0, conditions: [] };
  }
  async archive(): Promise<Archive> {
    return { state: 'off', bytes: 0, events: 0, scopes: [] };
  }
  async sessionTree(): Promise<SessionTree> {
    return { nodes: [], cut: [] };
  }
  async findOrigin(): Promise<OriginFound> {
    return { before: false, account: row.account, searched: [], failed: [] };
  }
  async difference(): Promise<Difference> {
    return { selected: 0, others: 0, covered: 0, fields: [], alike: [] };
  }
  async novelty(events: readonly unknown[]): Promise<readonly Novelty[]> {
    return events.map(() => ({ marks: [] }));
  }
  async keeping(): Promise<Keeping> {
    return { scopes: [], paused: false };
  }
  async keep(): Promise<Keeping> {
    return this.keeping();
  }
  async pauseKeeping(paused: boolean): Promise<Keeping> {
    return { scopes: [], paused };
  }
  readonly upkeep = {
    ready: async (): Promise<void> => {
      if (this.unready) throw this.unready;
    },
    older: async (): Promise<Older> => ({ before: about.now, events: 0, scopes: 0 }),
    forget: async (): Promise<{ events: number }> => ({ events: 0 }),
    begin: () => Promise.reject(new Error('no archive')),
    async *verify(): AsyncGenerator<VerifyFrame> {
      yield { type: 'end', checked: 0, wrong: 0, examples: [] };
    },
  };
  readonly policies: Service['policies'] = {
    ofSearch: () => Promise.reject(new Error('no policy')),
    ofEvents: () => Promise.reject(new Error('no policy')),
  };
  readonly notes: Service['notes'] = {
    all: async () => ({ notes: [] }),
    takeIn: async () => ({ added: 0, completed: 0, same: 0, differing: [], left: 0 }),
    save: async () => ({}),
  };
  readonly views: Service['views'] = {
    all: async () => ({ views: [] }),
    save: async () => ({ views: [] }),
    delete: async () => ({ views: [] }),
  };
  readonly downloads: Service['downloads'] = {
    create: () => ({ id: 'd-1', ticket: 't-1', fileName: 'cloudtrail-events.csv' }),
    fetch: () => ({
      fileName: 'cloudtrail-events.csv',
      mediaType: 'text/csv; charset=utf-8',
      bytes: (signal) => this.file(signal),
    }),
    shown: () => shownDownload,
    cancel: () => shownDownload,
  };
  file: (signal: AbortSignal) => AsyncGenerator<Uint8Array> = async function* empty() {};
  async close(): Promise<void> {}
}

export interface TestServer extends Serving {
  readonly service: TinyService;
  /** What was logged so far. */
  readonly logged: () => string;
  readonly origin: string;
}

/** The real server on a free port of this machine. */
export async function testServer(options: Partial<ServeOptions> = {}): Promise<TestServer> {
  const service = new TinyService();
  let logged = '';
  const log = pino(
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk);
        done();
      },
    }),
  );
  const serving = await serve({
    service,
    log,
    signIn: false,
    listen: { bind: '127.0.0.1', port: 0, publicOrigins: [] },
    webFolder: '/nowhere',
    ...options,
  });
  return { ...serving, service, logged: () => logged, origin: `http://127.0.0.1:${serving.port}` };
}
