import { problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { SearchPlan } from '../search/plan/plan.ts';
import type { Spot } from '../search/cursor/position.ts';
import { problemOf } from '../search/scope/scope-reader.ts';
import type { PageSource, ReadOptions, Target } from '../search/search.types.ts';
import { takePage } from '../search/scope/take-page.ts';
import type { ScopeStanding } from './standing.ts';

export interface ScopeWalk {
  readonly target: Target;
  readonly plan: SearchPlan;
  readonly source: PageSource;
  /** Events of a page. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly standing: ScopeStanding;
}

const every = { accepts: () => true, closedAt: undefined };
const none: ReadonlySet<string> = new Set();

/**
 * Every event of one scope that matches, newest first, page by page. Below what cannot be read, what the archive holds
 * is given all the same, as in a list. Throws for an abort alone.
 */
export async function* walkScope({
  target,
  plan,
  source,
  limit,
  signal,
  standing,
}: ScopeWalk): AsyncGenerator<readonly TrailEvent[]> {
  // Whoever looks at the page comes first.
  const options: ReadOptions = {
    signal,
    limit,
    priority: 'background',
    onProblem: standing.told,
  };
  const question = { from: plan.from, ...(plan.attribute && { attribute: plan.attribute }) };
  let spot: Spot = { at: plan.to, sent: none };
  const take = (page: Parameters<typeof takePage>[0]): readonly TrailEvent[] => {
    const { rows, resume } = takePage(page, spot, none, { plan, newest: every });
    spot = resume;
    standing.events += rows.length;
    return rows;
  };
  try {
    for await (const page of source.pages(target, { ...question, to: plan.to }, options)) {
      if ('gap' in page) continue;
      const rows = take(page);
      standing.read(page, spot.at);
      if (rows.length > 0) yield rows;
      if (!page.last) continue;
      standing.ended();
      return;
    }
    standing.failed(problem('internal', 'The reading ended before everything was read.'));
  } catch (error) {
    signal.throwIfAborted();
    standing.failed(problemOf(error, target));
  }
  const below: EpochMs = spot.at;
  for await (const page of source.known(target, { from: plan.from, to: below }, options)) {
    const rows = take(page);
    if (rows.length > 0) yield rows;
  }
}
