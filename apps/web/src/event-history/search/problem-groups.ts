import type { Problem } from '@trailglass/api';

export interface ProblemGroup {
  readonly key: string;
  readonly problem: Problem;
  /** `prod (eu-west-1), dev (eu-west-1, us-east-1)`; '' when the problem is of no scope. */
  readonly where: string;
}

/** What stands in the way is the same for every account, so it is told once for all of them. */
const sameForAll: ReadonlySet<Problem['type']> = new Set(['throttled', 'unreachable']);

const slowed =
  'AWS allows two look-ups a second in each of them, shared with everything else that reads event history there.';

/** Problems of one type as one, with the accounts and Regions that have them. */
export function problemGroups(
  problems: readonly Problem[],
  names: ReadonlyMap<string, string>,
): readonly ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = sameForAll.has(problem.type)
      ? problem.type
      : `${problem.type} ${problem.account ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups].map(([key, group]) => {
    const [problem] = group as [Problem, ...Problem[]];
    const retries = group.flatMap((one) => one.retryAfterMs ?? []);
    const next = retries.length > 0 ? { retryAfterMs: Math.min(...retries) } : {};
    const detail = group.length > 1 && problem.type === 'throttled' ? { detail: slowed } : {};
    return { key, problem: { ...problem, ...next, ...detail }, where: places(group, names) };
  });
}

function places(group: readonly Problem[], names: ReadonlyMap<string, string>): string {
  const accounts = new Map<string, Set<string>>();
  for (const { account = '', region } of group) {
    const regions = accounts.get(account) ?? new Set();
    if (region !== undefined) regions.add(region);
    accounts.set(account, regions);
  }
  return [...accounts]
    .map(([account, regions]) => {
      const name = names.get(account) ?? account;
      return regions.size === 0 ? name : `${name} (${[...regions].join(', ')})`.trim();
    })
    .filter((place) => place !== '')
    .join(', ');
}
