import { type Begun, type Older, problem, ProblemError, type VerifyFrame } from '@trailglass/api';
import { type EpochMs, printSecond, printTime, secondOf } from '@trailglass/record';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';
import type { ArchiveUpkeep } from '../archive/archive-upkeep.ts';
import type { UpkeepService } from '../service.types.ts';
import { Latest } from './latest.ts';

/** What somebody asks to be looked at or deleted in the archive. Failures are thrown as ProblemError. */
export class Upkeep implements UpkeepService {
  constructor(private readonly archive: Archive | undefined) {}

  /** Throws while nothing can be asked of the archive. */
  async ready(): Promise<void> {
    if (this.archive) await this.#ask((archive) => archive.alive());
  }

  async older(before: EpochMs, signal: AbortSignal): Promise<Older> {
    const second = secondOf(before);
    const { oldest, newest, ...counts } = await this.#ask((archive) =>
      archive.older(second, signal),
    );
    return {
      before: printSecond(second),
      ...counts,
      ...(oldest !== undefined && { oldest: printTime(oldest) }),
      ...(newest !== undefined && { newest: printTime(newest) }),
    };
  }

  /** Refuses another number than the preview's, as then something else would be deleted than was shown. */
  async forget(before: EpochMs, events: number): Promise<{ events: number }> {
    const second = secondOf(before);
    const answer = await this.#ask((archive) => archive.forget(second, events));
    if ('deleted' in answer) return { events: answer.deleted };
    throw new ProblemError(
      problem(
        'bad-request',
        `Before ${printSecond(second)} there are ${answer.differs} events now, not ${events}. Nothing was deleted; look at the new number and confirm it.`,
      ),
    );
  }

  begin(): Promise<Begun> {
    if (this.archive?.place.kind === 'memory')
      throw new ProblemError(
        problem(
          'bad-request',
          'This archive is kept in memory alone: there is no file to set aside.',
        ),
      );
    return this.#ask((archive) => archive.beginAnew());
  }

  /** Progress as it comes, the latest alone where the reader is slow; then what was found. */
  async *verify(signal: AbortSignal): AsyncGenerator<VerifyFrame> {
    const leave = new AbortController();
    const news = new Latest<VerifyFrame>();
    const answer = this.#ask((archive) =>
      archive.verify(
        (progress) => news.put({ type: 'progress', ...progress }),
        AbortSignal.any([signal, leave.signal]),
      ),
    );
    const close = (): void => news.close();
    void answer.then(close, close);
    try {
      yield* news;
      const { checked, wrong, examples } = await answer;
      yield {
        type: 'end',
        checked,
        wrong,
        examples: examples.map(({ listedMs, ...example }) => ({
          ...example,
          eventTime: printTime(listedMs),
        })),
      };
    } finally {
      leave.abort();
    }
  }

  async #ask<T>(question: (archive: ArchiveUpkeep) => Promise<T>): Promise<T> {
    if (this.archive === undefined)
      throw new ProblemError(
        problem(
          'archive-failed',
          'This server keeps no events, so there is nothing to look after.',
        ),
      );
    try {
      return await question(this.archive.upkeep);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      throw new ProblemError(problem('archive-failed', error.message));
    }
  }
}

/** Events are listed and covered by whole seconds. */
