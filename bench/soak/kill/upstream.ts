import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './seeded.ts';

export const ACCOUNT = '111122223333';
const DAY_S = 86_400;
export const DAYS = 3;
/** So far into the future: they happen while it is read. */
const AHEAD_S = 3_600;

export interface UpstreamEvent {
  readonly id: string;
  readonly region: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly second: number;
  readonly user: string;
  readonly eventName: string;
}

/** Everything that the endpoint serves, or will serve when its time has come. */
export interface Upstream extends AsyncDisposable {
  readonly file: string;
  readonly regions: readonly string[];
  readonly byId: ReadonlyMap<string, UpstreamEvent>;
  readonly of: (region: string) => readonly UpstreamEvent[];
}

/** Bursts of one second among them that are longer than a page of 50. */
export async function makeUpstream(
  seed: number,
  { scopes, perScope }: { readonly scopes: number; readonly perScope: number },
): Promise<Upstream> {
  const random = seeded(seed);
  const now = Math.floor(Date.now() / 1000);
  const regions = Array.from({ length: scopes }, (_, at) => `eu-soak-${at + 1}`);
  const byRegion = new Map(
    regions.map((region, at) => {
      const events: UpstreamEvent[] = [];
      while (events.length < perScope) {
        const second = now + AHEAD_S - random.whole(0, DAYS * DAY_S);
        const burst = random.chance(0.02) ? random.whole(40, 120) : 1;
        for (let n = 0; n < burst; n += 1)
          events.push({
            id: `00000000-0000-4000-8${String(at).padStart(3, '0')}-${String(events.length).padStart(12, '0')}`,
            region,
            second,
            user: random.one(['alice', 'bob', 'carol']),
            eventName: random.one(['RunInstances', 'DescribeInstances', 'PutObject']),
          });
      }
      return [region, events] as const;
    }),
  );
  const all = [...byRegion.values()].flat();
  const folder = await mkdtemp(join(tmpdir(), 'trailglass-soak-records-'));
  const file = join(folder, 'records.ndjson');
  await writeFile(file, all.map(recordOf).join('\n'));
  return {
    file,
    regions,
    byId: new Map(all.map((event) => [event.id, event])),
    of: (region) => byRegion.get(region) ?? [],
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const recordOf = ({ id, region, second, user, eventName }: UpstreamEvent): string =>
  JSON.stringify({
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', userName: user, accountId: ACCOUNT },
    eventTime: `${new Date(second * 1000).toISOString().slice(0, 19)}Z`,
    eventSource: 'ec2.amazonaws.com',
    eventName,
    awsRegion: region,
    sourceIPAddress: '203.0.113.9',
    userAgent: 'soak',
    requestParameters: { of: id },
    responseElements: null,
    eventID: id,
    readOnly: eventName.startsWith('Describe'),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  });
