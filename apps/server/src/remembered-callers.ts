import { msOf } from '@trailglass/record';
import type { Logger } from 'pino';
import { ArchiveError } from './archive/archive-error.ts';
import type { Archive } from './archive/archive.ts';
import { nothingRemembered, type Remembered } from './aws/remembered.ts';

/** The archive's memory of who the accounts were. Without it they are unknown until AWS says so, which is no failure. */
export async function rememberedIn(archive: Archive | undefined, log: Logger): Promise<Remembered> {
  if (archive === undefined) return nothingRemembered;
  const failed = (error: unknown): void => {
    if (!(error instanceof ArchiveError)) throw error;
    log.warn({ why: error.message }, 'the archive does not say who the accounts were');
  };
  const known = await archive.callers().catch(failed);
  const callers = new Map(known?.callers.map((caller) => [caller.source, caller]));
  const answered = new Map(known?.answered.map(({ account, at }) => [account, at]));
  return {
    callerOf: (source) => callers.get(source),
    answeredAt: (account) => {
      const at = answered.get(account);
      return at === undefined ? undefined : msOf(at);
    },
    remember: (source, caller) => {
      const before = callers.get(source);
      if (before?.account === caller.account && before.arn === caller.arn) return;
      archive.remember({ source, ...caller }).catch(failed);
    },
  };
}
