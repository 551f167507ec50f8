import { ProblemError, type Problem } from '@trailglass/api';
import { type EpochSecond, msOf, type Scope, secondOf } from '@trailglass/record';
import type { Span } from '../archive/coverage.ts';
import { keptPages, type KeepingParts } from '../reading/kept-pages.ts';
import type { Target } from '../search/search.types.ts';
import { archiveFailed } from './problems.ts';

/** A call that would be made again only after so long is not waited for in turn: others can read meanwhile. */
const HOLD_MS = 5_000;

export interface SpanReading {
  readonly target: Target;
  readonly scope: Scope;
  /** Whole seconds, both ends inclusive. */
  readonly span: Span;
  readonly signal: AbortSignal;
  /** A call failed and is made again. */
  readonly onWaiting: (problem: Problem) => void;
}

/** A page has been read and kept. */
export interface PageRead {
  /** The second in which it has ended. */
  readonly reached: EpochSecond;
  /** It was the span's last. */
  readonly last: boolean;
}

/**
 * A span looked up behind everybody else, page by page. Throws ProblemError, also when a page could not be kept: it would only have to be read again.
 */
export async function* readSpan(
  { target, scope, span, signal, onWaiting }: SpanReading,
  parts: KeepingParts,
): AsyncGenerator<PageRead> {
  const leave = new AbortController();
  const reading = {
    place: target,
    scope,
    question: { from: msOf(span.from), to: msOf(span.to) },
  };
  const pages = keptPages(parts, reading, {
    signal: AbortSignal.any([signal, leave.signal]),
    priority: 'background',
    onWaiting: ({ problem, ms }) => {
      onWaiting(problem);
      if (ms > HOLD_MS) leave.abort(new ProblemError(problem));
    },
    onUnkept: (error) => {
      throw new ProblemError(archiveFailed(error, target.label));
    },
  });
  try {
    for await (const { readTo, last } of pages) yield { reached: secondOf(readTo), last };
  } catch (error) {
    signal.throwIfAborted();
    throw leave.signal.aborted ? leave.signal.reason : error;
  }
}
