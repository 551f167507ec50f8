import { problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { SearchPlan } from '../search/plan/plan.ts';
import { problemOf } from '../search/scope/scope-reader.ts';
import type { PageSource, ReadOptions, ReadPage, Target } from '../search/search.types.ts';
import type { Stretches } from '../search/source/stretches.ts';
import type { Part } from './merge-newest.ts';
import type { ScopeStanding } from './standing.ts';

export interface ScopeWalk {
  readonly target: Target;
  readonly plan: SearchPlan;
  readonly source: PageSource;
  /** Events of a page of AWS. */
  readonly limit: number;
  /** The same for all scopes. */
  readonly stretches: Stretches;
  readonly signal: AbortSignal;
  readonly standing: ScopeStanding;
}

/**
 * Every event of one scope that matches, newest first, page by page. Below what cannot be read, what the archive holds
 * is given all the same, as in a list. Throws for an abort alone.
 */
export async function* walkScope({
  target,
  plan,
  source,
  limit,
  stretches,
  signal,
  standing,
}: ScopeWalk): AsyncGenerator<Part> {
  // Whoever looks at the page comes first.
  const options: ReadOptions = {
    signal,
    limit,
    stretches,
    priority: 'background',
    onProblem: standing.told,
  };
  const question = { from: plan.from, ...(plan.attribute && { attribute: plan.attribute }) };
  let spot: Spot = { at: plan.to, given: new Set() };
  const take = (page: ReadPage): Part => {
    const taken = newOf(page, spot, plan);
    spot = taken.spot;
    standing.events += taken.events.length;
    return { events: taken.events, readTo: spot.at };
  };
  try {
    for await (const page of source.pages(target, { ...question, to: plan.to }, options)) {
      if ('gap' in page) continue;
      const part = take(page);
      standing.read(page, spot.at);
      yield part;
      if (!page.last) continue;
      standing.ended();
      return;
    }
    standing.failed(problem('internal', 'The reading ended before everything was read.'));
  } catch (error) {
    signal.throwIfAborted();
    standing.failed(problemOf(error, target));
  }
  for await (const page of source.known(target, { from: plan.from, to: spot.at }, options))
    yield take(page);
}

/** Everything newer than `at` was given, and of the events of exactly that time these. */
interface Spot {
  readonly at: EpochMs;
  readonly given: ReadonlySet<string>;
}

/** What a page has that matches and was not given before: pages meet anywhere within a second. */
function newOf(
  { found, readTo }: ReadPage,
  before: Spot,
  { matches }: SearchPlan,
): { readonly events: readonly TrailEvent[]; readonly spot: Spot } {
  const given = new Set(readTo === before.at ? before.given : []);
  const events: TrailEvent[] = [];
  for (const { event, at } of found.toSorted((a, b) => b.at - a.at)) {
    if (at === before.at && before.given.has(event.eventId)) continue;
    if (!matches(event)) continue;
    if (at === readTo) given.add(event.eventId);
    events.push(event);
  }
  return { events, spot: { at: readTo, given } };
}
