import type { EpochSecond } from '@trailglass/record';
import type { Deletions } from './deletions.ts';
import type { Answer, Begun } from './protocol/protocol.ts';
import type { StoreProcess } from './process/store-process.ts';
import { VerifyProgress } from './protocol/upkeep.ts';

/** What keeps the archive in order. Seconds throughout; every method throws ArchiveError when the store cannot answer. */
export interface ArchiveUpkeep {
  /** Resolves when the store answers queries. */
  alive(): Promise<void>;
  /** What lies before a second. */
  older(before: EpochSecond, signal: AbortSignal): Promise<Answer<'older'>>;
  /** Deletes it, and that it was read, if it is as many events as that. */
  forget(before: EpochSecond, events: number): Promise<Answer<'forget'>>;
  /** Deletes some of it, if the moment is idle. */
  trim(before: EpochSecond): Promise<Answer<'trim'>>;
  /** Sets everything aside and begins anew; notes and choices go along. Where nothing is kept there is nothing to begin. */
  beginAnew(): Promise<Begun>;
  /** Puts some of the file in order of time, if the moment is idle. */
  tidy(): Promise<Answer<'tidy'>>;
  /** Reads every record and compares it with what the archive says of it. */
  verify(
    onProgress: (progress: VerifyProgress) => void,
    signal: AbortSignal,
  ): Promise<Answer<'verify'>>;
}

export const upkeepOf = (store: StoreProcess, deletions: Deletions): ArchiveUpkeep => ({
  alive: async () => {
    await store.ask({ op: 'alive' });
  },
  older: (before, signal) => store.ask({ op: 'older', before }, signal),
  forget: (before, events) => deletions.during(() => store.ask({ op: 'forget', before, events })),
  trim: (before) => deletions.during(() => store.ask({ op: 'trim', before })),
  beginAnew: () => deletions.during(() => store.beginAnew()),
  tidy: () => store.ask({ op: 'tidy' }),
  verify: (onProgress, signal) =>
    store.ask({ op: 'verify' }, signal, {
      onProgress: (said) => {
        const { data } = VerifyProgress.safeParse(said);
        if (data) onProgress(data);
      },
    }),
});
