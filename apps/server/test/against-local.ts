import type { Frame } from '@trailglass/api';
import { everything, type Filter } from '@trailglass/query';
import type { EpochMs, Region } from '@trailglass/record';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { startLocal, type Local, type LocalOptions } from '@trailglass/cloudtrail-local';
import type { AccountSource } from '../src/config/types.ts';
import type { LookupOptions } from '../src/lookup/lookup.ts';
import type { Archive } from '../src/archive/archive.ts';
import type { KeepingOptions } from '../src/keeping/open-keeper.ts';
import { createService } from '../src/service.ts';
import type { SearchRequest, Service } from '../src/service.types.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** The endpoint's today in these tests. */
export const NOW = Date.parse('2026-11-20T12:00:00Z') as EpochMs;

export interface Record {
  readonly eventID: string;
  readonly eventTime: string;
  readonly [member: string]: unknown;
}

/** A record of `secondsAgo` before {@link NOW}. */
export const record = (
  id: string | number,
  secondsAgo: number,
  more: { readonly [member: string]: unknown } = {},
): Record => ({
  eventVersion: '1.11',
  eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  eventTime: new Date(NOW - secondsAgo * 1000).toISOString().replace('.000Z', 'Z'),
  eventName: 'DescribeInstances',
  eventSource: 'ec2.amazonaws.com',
  awsRegion: REGION,
  recipientAccountId: ACCOUNT,
  userIdentity: { type: 'IAMUser', userName: 'alice', accountId: ACCOUNT },
  eventType: 'AwsApiCall',
  readOnly: true,
  ...more,
});

export interface Setting {
  readonly local?: LocalOptions;
  readonly records?: readonly Record[];
  readonly accounts?: readonly AccountSource[];
  readonly regions?: readonly string[];
  readonly lookup?: LookupOptions;
  readonly archive?: Archive;
  readonly keeping?: KeepingOptions;
}

/** Nobody waits for a quota: of tests that are about something else. */
export const unlimited = { local: { ratePerSecond: 0 }, lookup: { perSecond: 1_000 } } as const;

/** The endpoint and the service against it, real HTTP between them; both end with the test. */
export async function serviceAgainstLocal(
  setting: Setting = {},
): Promise<{ local: Local; service: Service }> {
  const local = await startLocal({ now: NOW, ...setting.local });
  onTestFinished(() => local[Symbol.asyncDispose]());
  local.add(setting.records ?? []);
  return { local, service: await serviceOf(local, setting) };
}

/** Another service against the same endpoint, as after a restart. */
export async function serviceOf(local: Local, setting: Setting = {}): Promise<Service> {
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint: local.url,
      accounts: setting.accounts ?? [
        { kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' },
      ],
      regions: (setting.regions ?? [REGION]) as Region[],
    },
    pino({ level: 'silent' }),
    setting.lookup,
    setting.archive,
    setting.keeping,
  );
  onTestFinished(() => service.close());
  return service;
}

export const request = (more: Partial<SearchRequest> = {}): SearchRequest => ({
  filter: everything,
  from: (NOW - 30 * 86_400_000) as EpochMs,
  to: NOW,
  scopes: [`${ACCOUNT}:${REGION}`],
  limit: 1000,
  ...more,
});

export const never = new AbortController().signal;

export async function framesOf(
  service: Service,
  asked: SearchRequest,
  signal: AbortSignal = never,
): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of service.search(asked, signal)) frames.push(frame);
  return frames;
}

export const ofType = <T extends Frame['type']>(
  frames: readonly Frame[],
  type: T,
): Extract<Frame, { type: T }>[] =>
  frames.filter((frame): frame is Extract<Frame, { type: T }> => frame.type === type);

export const idsOf = (frames: readonly Frame[]): string[] =>
  ofType(frames, 'rows').flatMap(({ events }) => events.map((row) => row.eventId));

export const endOf = (frames: readonly Frame[]): Extract<Frame, { type: 'end' }> => {
  const last = frames.at(-1);
  if (last?.type !== 'end') throw new Error(`The last frame is ${last?.type}, not end.`);
  return last;
};

/** Keeps rows whose eventName is `name`. */
export const named = (name: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name: 'eventName' },
  value: name,
});
