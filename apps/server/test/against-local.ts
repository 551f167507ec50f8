import { type Local, type LocalOptions, startLocal } from '@trailglass/cloudtrail-local';
import type { Region } from '@trailglass/record';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Archive } from '../src/archive/archive.ts';
import type { AccountSource } from '../src/config/types.ts';
import type { KeepingOptions } from '../src/keeping/open-keeper.ts';
import type { LookupOptions } from '../src/lookup/lookup.ts';
import { createService } from '../src/service.ts';
import type { Service } from '../src/service.types.ts';
import { archiveIn, type OpenArchive } from './against-archive.ts';
import { NOW, type Record, REGION } from './records.ts';

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

export interface ArchiveSetting extends Setting {
  readonly archive?: OpenArchive;
}

/** The same where no quota holds and what is read is kept: in memory, unless the test brings an archive. */
export async function serviceWithArchive(
  setting: ArchiveSetting = {},
): Promise<{ local: Local; service: Service; archive: OpenArchive }> {
  const archive = setting.archive ?? (await archiveIn({ kind: 'memory' }));
  return { ...(await serviceAgainstLocal({ ...unlimited, ...setting, archive })), archive };
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

/** How often events have been looked up so far. */
export const lookups = (local: Local): number =>
  local.requests().filter(({ operation }) => operation === 'LookupEvents').length;
