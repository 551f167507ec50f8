import type { Plan, Problem, ScopeProgress } from '@trailglass/api';

type Place = Pick<Problem, 'account' | 'region'>;
const place = (at: Place): string => `${at.account ?? ''}:${at.region ?? ''}`;

/**
 * The latest word on each scope, in the order in which the scopes were first named.
 * @param before the scopes when this request began: a request counts its own events, a search all of them
 */
export function mergeScopes(
  known: readonly ScopeProgress[],
  news: readonly ScopeProgress[],
  before: readonly ScopeProgress[],
): readonly ScopeProgress[] {
  const counted = new Map(before.map((scope) => [place(scope), scope]));
  const latest = new Map(known.map((scope) => [place(scope), scope]));
  for (const scope of news) {
    const earlier = counted.get(place(scope));
    latest.set(place(scope), {
      ...scope,
      events: scope.events + (earlier?.events ?? 0),
      requests: scope.requests + (earlier?.requests ?? 0),
    });
  }
  return [...latest.values()];
}

/** One problem of a kind per scope: the latest. */
export const mergeProblem = (known: readonly Problem[], news: Problem): readonly Problem[] => [
  ...known.filter((old) => old.type !== news.type || place(old) !== place(news)),
  news,
];

/** Without the problems of the scopes that, by this news, read again. */
export function withoutSolved(
  problems: readonly Problem[],
  news: readonly ScopeProgress[],
): readonly Problem[] {
  const over = new Set(news.filter((s) => s.state === 'reading' || hasEnded(s)).map(place));
  const live = problems.filter((problem) => !over.has(place(problem)));
  return live.length === problems.length ? problems : live;
}

/**
 * The time (ISO) down to which every scope that can be read has been read: rows from here up are final,
 * below it rows may still be inserted. Undefined while one of them has not begun, or all have failed.
 */
export function completeTo(
  scopes: readonly ScopeProgress[],
  plan: Plan | undefined,
): string | undefined {
  const readable = scopes.filter((scope) => scope.state !== 'failed');
  let newest: string | undefined;
  for (const scope of readable) {
    const readTo = scope.state === 'complete' ? (plan?.from ?? scope.readTo) : scope.readTo;
    if (readTo === undefined) return undefined;
    if (newest === undefined || Date.parse(readTo) > Date.parse(newest)) newest = readTo;
  }
  return newest;
}

/** Events read over all scopes, matching or not, and the requests it took. */
export const totals = (scopes: readonly ScopeProgress[]): { events: number; requests: number } => ({
  events: scopes.reduce((sum, scope) => sum + scope.events, 0),
  requests: scopes.reduce((sum, scope) => sum + scope.requests, 0),
});

/** Milliseconds until the slowest scope is done; undefined when none says. */
export function remainingMs(scopes: readonly ScopeProgress[]): number | undefined {
  const estimates = scopes.flatMap((scope) => scope.etaMs ?? []);
  return estimates.length > 0 ? Math.max(...estimates) : undefined;
}

const hasEnded = ({ state }: ScopeProgress): boolean => state === 'complete' || state === 'partial';
/** Below what cannot be read, everything that the archive holds has been shown. */
const isStuck = ({ state, known }: ScopeProgress): boolean =>
  state === 'failed' && known !== 'more';

/** No scope can be read on: each is either done or has failed. */
export const onlyFailuresRemain = (scopes: readonly ScopeProgress[]): boolean =>
  scopes.some(isStuck) && scopes.every((scope) => isStuck(scope) || hasEnded(scope));

/** The time (ISO) at which AWS last answered for an account of which nothing can be read now. */
export function answeredAt(
  scopes: readonly ScopeProgress[],
  account: string | undefined,
): string | undefined {
  const its = scopes.filter((scope) => scope.account === account);
  return its.every(({ state }) => state === 'failed') ? its[0]?.answeredAt : undefined;
}
