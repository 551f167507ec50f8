import { problem, ProblemError } from '@trailglass/api';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';
import type { TooMany } from '../archive/protocol/figures.ts';
import { Turns } from '../waiting/turns.ts';

const COUNTS_AT_ONCE = 2;
/** A page asks for three figures; so many wait for half a minute, longer than anybody does. */
const MOST_WAITING = 64;
const BUDGET_MS = 10_000;

/** Counts asked of the archive: two at once, each within its time, every failure a problem with words. */
export class Asking {
  readonly #turns = new Turns(COUNTS_AT_ONCE, MOST_WAITING);

  /** @param archive absent where nothing is kept */
  constructor(
    private readonly archive: Archive | undefined,
    private readonly budgetMs = BUDGET_MS,
  ) {}

  /** Waits for its turn; the time runs from there. */
  count<T extends object>(
    question: (archive: Archive, signal: AbortSignal) => Promise<T | TooMany>,
    signal: AbortSignal,
  ): Promise<T> {
    return this.#turns.take(async () => {
      const late = AbortSignal.timeout(this.budgetMs);
      try {
        const until = AbortSignal.any([signal, late]);
        return enough(await this.look((archive) => question(archive, until)));
      } catch (error) {
        signal.throwIfAborted();
        throw late.aborted ? tookTooLong(this.budgetMs) : error;
      }
    }, signal);
  }

  /** At once, for what is known without looking at events. */
  async look<T>(question: (archive: Archive) => Promise<T>): Promise<T> {
    if (this.archive === undefined) throw notKept();
    try {
      return await question(this.archive);
    } catch (error) {
      throw error instanceof ArchiveError ? new ProblemError(failed(error)) : error;
    }
  }
}

const failed = ({ message }: ArchiveError) =>
  problem(
    'archive-failed',
    /Out of Memory Error/.test(message)
      ? 'Counting this takes more memory, or more room on disk, than it is given, and was stopped. Choose a shorter time range, fewer scopes, or a field with fewer values.'
      : `${message} Nothing can be counted until it answers; events are still read from AWS.`,
  );

const notKept = (): ProblemError =>
  new ProblemError(
    problem(
      'archive-failed',
      'This server keeps no events, so there is nothing to count. Events are read from AWS each time.',
    ),
  );

const tookTooLong = (ms: number): ProblemError =>
  new ProblemError(
    problem(
      'archive-failed',
      `Counting took longer than ${ms / 1000} seconds and was stopped. Choose a shorter time range, fewer scopes, or a condition on a field instead of a word.`,
    ),
  );

function enough<T extends object>(answer: T | TooMany): T {
  if (!('tooMany' in answer)) return answer;
  throw new ProblemError(
    problem(
      'bad-request',
      'Too many events would have to be looked at one by one to count these exactly. Choose a shorter time range or a narrower filter.',
    ),
  );
}
