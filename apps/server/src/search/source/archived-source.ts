import { problem, ProblemError, type Problem } from '@trailglass/api';
import type { Filter } from '@trailglass/query';
import {
  earliest,
  endOfSecond,
  type EpochMs,
  type EpochSecond,
  latest,
  moved,
  msOf,
  type Scope,
  secondOf,
} from '@trailglass/record';
import { ArchiveError } from '../../archive/archive-error.ts';
import type { Archive } from '../../archive/archive.ts';
import { gaps, type Span, type Spans, within } from '../../archive/coverage.ts';
import type { Page, Place, Question } from '../../lookup/question.types.ts';
import { edgeOf } from '../../reading/edge.ts';
import { keptPages, type KeepingParts, type LookupSource } from '../../reading/kept-pages.ts';
import { scopeOf } from '../../reading/scope-of.ts';
import type { PageSource, Read, ReadOptions, ReadPage } from '../search.types.ts';
import { archivedPages } from './archived-pages.ts';
import { coveringKinds, planSteps, type ReadingStep } from './steps.ts';

interface Reading {
  readonly place: Place;
  readonly scope: Scope;
  readonly question: Question;
  readonly options: ReadOptions;
}

/** What was read whole, and the archive's number at that moment: see Archive.unbroken. */
interface Known {
  readonly settled: Spans;
  readonly unbroken: number | undefined;
}
const nothingKnown: Known = { settled: [], unbroken: undefined };

/** Reads what was read before from the archive, and asks AWS for the rest; what AWS gives is kept before it is shown. */
export class ArchivedSource implements PageSource, KeepingParts {
  constructor(
    readonly archive: Archive,
    readonly aws: LookupSource,
    private readonly filter: Filter,
    readonly now: () => EpochMs,
    /** All that AWS still has is asked for: what leaves its 90 days while this reads is not missing. */
    private readonly moving: boolean,
    /** What all of its scopes have in common: see ArchiveRead. */
    private readonly search?: string,
  ) {}

  async *pages(place: Place, question: Question, options: ReadOptions): AsyncGenerator<Read> {
    const scope = await scopeOf(place, options.signal);
    const window = { from: secondOf(question.from), to: secondOf(question.to) };
    if (scope === undefined) return yield* this.#unknown(place, question, options);
    const reading = { place, scope, question, options };
    let known = await this.#settled(reading, window);
    let steps = planSteps(window, known.settled, this.#edge());
    while (steps.length > 0) {
      const [step, ...rest] = steps as [ReadingStep, ...ReadingStep[]];
      const left = rest.reduce(
        (sum, { where, from, to }) => sum + (where === 'aws' ? to - from + 1 : 0),
        0,
      );
      const finish = (page: ReadPage): ReadPage => ({
        ...page,
        last: page.last && rest.length === 0,
        toLookUpMs: 1000 * left + (step.where === 'aws' ? page.readTo - msOf(step.from) : 0),
        ...(step.unread === undefined || this.moving
          ? {}
          : { unread: above(step.unread, question) }),
      });
      if (step.where === 'aws') {
        yield { gap: true };
        steps = rest;
        for await (const page of this.#lookUp(reading, step)) {
          yield finish(this.#asAskedNow(page, step, question));
          const below = { from: window.from, to: secondOf(page.readTo) };
          if (page.last || !(await this.#isKnown(reading, below.to))) continue;
          // Somebody else has read on from here meanwhile.
          known = await this.#settled(reading, below);
          steps = planSteps(below, known.settled, this.#edge());
          break;
        }
        continue;
      }
      let reached = step.to;
      try {
        for await (const page of this.#recall(reading, step, known)) {
          reached = secondOf(page.readTo);
          yield finish(page);
        }
        steps = rest;
      } catch (error) {
        this.#failed(error, options);
        // What the archive does not give any more is asked of AWS, from the second in which it stopped.
        steps = planSteps({ from: window.from, to: reached }, [], this.#edge());
        if (steps[0]?.where === 'archive') throw new ProblemError(archiveFailed(error));
      }
    }
  }

  async *known(place: Place, question: Question, options: ReadOptions): AsyncGenerator<ReadPage> {
    const scope = await scopeOf(place, options.signal);
    if (scope === undefined) return;
    const window = { from: secondOf(question.from), to: secondOf(question.to) };
    try {
      yield* this.#recall({ place, scope, question, options }, window);
    } catch (error) {
      this.#failed(error, options);
    }
  }

  /** Nothing can be kept for an account that has never been known, nor found: AWS is asked, as far back as it goes. */
  async *#unknown(
    place: Place,
    question: Question,
    options: ReadOptions,
  ): AsyncGenerator<ReadPage> {
    const edge = msOf(this.#edge());
    const { problem: why } = place.account.summary;
    if (question.to < edge && why !== undefined) throw new ProblemError(why);
    const asked = { ...question, from: latest(question.from, edge) };
    const unread = question.from < edge && !this.moving ? { unread: asked.from } : {};
    for await (const page of this.aws.pages(place, asked, options)) yield { ...page, ...unread };
  }

  /** What is known to have been read whole. */
  async #settled({ scope, options }: Reading, window: Span): Promise<Known> {
    const unbroken = this.archive.unbroken();
    try {
      const { settled } = await this.archive.coverage(scope, coveringKinds(this.filter), window);
      return { settled, unbroken };
    } catch (error) {
      this.#failed(error, options);
      return nothingKnown;
    }
  }

  /** Throws ArchiveError when events were deleted since it was read whole: then what was found may not be all. */
  async #expectStill(scope: Scope, { settled, unbroken }: Known, read: Span): Promise<void> {
    if (unbroken !== undefined && unbroken === this.archive.unbroken()) return;
    const wanted = within(settled, read);
    const [first] = wanted;
    const last = wanted.at(-1);
    if (first === undefined || last === undefined) return;
    const window = { from: first.from, to: last.to };
    const now = await this.archive.coverage(scope, coveringKinds(this.filter), window);
    if (wanted.some((span) => gaps(span, now.settled).length > 0))
      throw new ArchiveError('Events were deleted from the event archive while they were read.');
  }

  async #isKnown({ scope }: Reading, second: EpochSecond): Promise<boolean> {
    const window = { from: second, to: second };
    try {
      const kinds = coveringKinds(this.filter);
      return (await this.archive.coverage(scope, kinds, window)).settled.length > 0;
    } catch (error) {
      // AWS is being asked as it is.
      if (error instanceof ArchiveError) return false;
      throw error;
    }
  }

  /** A look-up that took long ends where AWS's 90 days begin by now; what was older than that is in none of its pages. */
  #asAskedNow(page: ReadPage, step: ReadingStep, question: Question): ReadPage {
    const edge = this.#edge();
    return page.last && edge > step.from && !this.moving
      ? { ...page, unread: above(moved(edge, -1), question) }
      : page;
  }

  #edge = (): EpochSecond => secondOf(edgeOf(this.now()));

  /** @param known what of it must still be there afterwards */
  #recall(
    { scope, options }: Reading,
    span: Span,
    known: Known = nothingKnown,
  ): AsyncGenerator<ReadPage> {
    const { filter, search } = this;
    const expectStill = (): Promise<void> => this.#expectStill(scope, known, span);
    return archivedPages(this.archive, span, { scope, filter, search, options, expectStill });
  }

  #lookUp({ place, scope, question, options }: Reading, step: Span): AsyncGenerator<Page> {
    const to = step.to === secondOf(question.to) ? question.to : msOf(step.to);
    const asked = { ...question, from: msOf(step.from), to };
    const onUnkept = (error: ArchiveError): void => this.#failed(error, options);
    return keptPages(this, { place, scope, question: asked }, { ...options, onUnkept });
  }

  /** Without the archive everything is asked of AWS; that it is so is told. */
  #failed(error: unknown, { onProblem }: ReadOptions): asserts error is ArchiveError {
    if (!(error instanceof ArchiveError)) throw error;
    onProblem(archiveFailed(error));
  }
}

export const archiveFailed = ({ message }: ArchiveError): Problem =>
  problem(
    'archive-failed',
    `${message} What is shown comes from AWS alone, and what is read now may have to be read again.`,
  );

/** The moment after a second, within what was asked. */
const above = (second: EpochSecond, { to }: Question): EpochMs => earliest(to, endOfSecond(second));
