import { problem, ProblemError } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { AwsAccount } from '../aws/account.ts';
import type { Followers } from '../follow/followers.ts';
import { Turns } from '../waiting/turns.ts';
import { type Places, targetsOf } from '../search/targets.ts';
import type { Service } from '../service.types.ts';
import { Keeper } from './keeper.ts';
import type { KeepReading } from '../config/types.ts';
import type { AnsweringSource } from './keeping.types.ts';
import { retryMs } from './retry.ts';

/** Each holds a connection and half a megabyte of answer now and then; a hundred scopes need not do so at once. */
const AT_ONCE = 4;
const CHECK_MS = 60_000;

export interface KeepingOptions {
  /** Where nobody has chosen; none without it. */
  readonly keepReading?: KeepReading;
  /** Scopes that are looked up at once. */
  readonly atOnce?: number;
  /** Milliseconds until a scope that has failed so often in a row is tried again. */
  readonly retryMs?: (failures: number) => number;
  /** Milliseconds between two looks at what is due. */
  readonly checkMs?: number;
}

export interface OpenParts {
  readonly accounts: Places & { readonly all: readonly AwsAccount[] };
  /** Absent: nothing is kept, so nothing can be kept read. */
  readonly archive: Archive | undefined;
  readonly source: AnsweringSource;
  readonly followers: Pick<Followers, 'follow'>;
  readonly now: () => EpochMs;
  readonly log: Logger;
}

/** Background reading, which begins at once with what is kept, as the service offers it. */
export function openKeeper(
  { accounts, archive, ...parts }: OpenParts,
  options: KeepingOptions,
): Pick<Service, 'keeping' | 'keep' | 'pauseKeeping' | 'close'> {
  const keeper =
    archive &&
    new Keeper({
      ...parts,
      archive,
      accounts: accounts.all,
      regions: accounts.regions,
      keepReading: options.keepReading ?? 'none',
      turns: new Turns(options.atOnce ?? AT_ONCE, Infinity),
      retryMs: options.retryMs ?? retryMs,
      checkMs: options.checkMs ?? CHECK_MS,
    });
  const kept = (): Keeper => {
    if (keeper !== undefined) return keeper;
    throw new ProblemError(
      problem('archive-failed', 'This server keeps no events, so none are read in the background.'),
    );
  };
  return {
    keeping: async () => kept().shown(),
    keep: async (scopes, keep) => kept().keep(targetsOf(scopes, accounts), keep),
    pauseKeeping: async (paused) => kept().pause(paused),
    close: async () => keeper?.close(),
  };
}
