import { createHash } from 'node:crypto';
import type { AccountId, EpochMs } from '@trailglass/record';
import type { AccountSource } from '../config/types.ts';
import { defaultProfile, type ProfileFacts } from './shared-config.ts';
import type { Caller } from './sts.ts';

/** What earlier runs learned about the configured accounts: of use while AWS cannot be asked. */
export interface Remembered {
  /** Who the credentials of a source were when they last worked. */
  callerOf(source: string): Caller | undefined;
  /** When AWS last answered a look-up for an account. */
  answeredAt(account: AccountId): EpochMs | undefined;
  remember(source: string, caller: Caller): void;
}

export const nothingRemembered: Remembered = {
  callerOf: () => undefined,
  answeredAt: () => undefined,
  remember: () => undefined,
};

/** Nothing until it has come; what is learned meanwhile is remembered then. */
export function later(coming: Promise<Remembered>): Remembered {
  let here = nothingRemembered;
  const come = coming.then(
    (remembered) => (here = remembered),
    // Whoever waits for it is told why.
    () => nothingRemembered,
  );
  return {
    callerOf: (source) => here.callerOf(source),
    answeredAt: (account) => here.answeredAt(account),
    remember: (source, caller) => {
      void come.then((remembered) => remembered.remember(source, caller));
    },
  };
}

/** The same for the same configuration, and for no other: what is configured otherwise may be another account. */
export const sourceKey = (
  source: AccountSource,
  facts: ProfileFacts,
  endpoint: string | undefined,
): string =>
  createHash('sha256')
    .update(JSON.stringify([endpoint ?? null, facts.roleArn ?? null, ...partsOf(source)]))
    .digest('base64url');

function partsOf(source: AccountSource): readonly (string | null)[] {
  const { kind, name } = source;
  switch (kind) {
    case 'profile':
      return [kind, name, source.profile];
    case 'default':
      return [kind, name, defaultProfile(), process.env['AWS_ACCESS_KEY_ID'] ?? null];
    case 'role':
      return [kind, name, source.roleArn, source.baseProfile ?? null];
    case 'keys':
      return [kind, name, source.accessKeyId];
  }
}
