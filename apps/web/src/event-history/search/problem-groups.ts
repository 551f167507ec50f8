import type { Problem } from '@trailglass/api';

export interface ProblemGroup {
  readonly key: string;
  readonly problem: Problem;
  /** `prod (eu-west-1), dev (eu-west-1, us-east-1)`; '' when the problem is of no scope. */
  readonly where: string;
  /** Their ids. */
  readonly accounts: readonly string[];
  /** Where the problems are not the same: each with its places. */
  readonly details?: readonly string[];
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
    return {
      key,
      where: places(group, names),
      accounts: [...new Set(group.flatMap(({ account }) => account ?? []))],
      ...together(group, names),
    };
  });
}

/** One detail for all of them where they differ by their place alone; otherwise each of them, to be unfolded. */
function together(
  group: readonly Problem[],
  names: ReadonlyMap<string, string>,
): Pick<ProblemGroup, 'problem' | 'details'> {
  const [problem] = group as [Problem, ...Problem[]];
  const retries = group.flatMap((one) => one.retryAfterMs ?? []);
  const merged = retries.length > 0 ? { ...problem, retryAfterMs: Math.min(...retries) } : problem;
  if (group.length === 1) return { problem: merged };
  if (problem.type === 'throttled') return { problem: { ...merged, detail: slowed } };
  const reasons = new Map<string, Problem[]>();
  for (const one of group) {
    const said =
      one.region === undefined ? one.detail : one.detail.replace(` in ${one.region}`, '');
    reasons.set(said, [...(reasons.get(said) ?? []), one]);
  }
  const [[detail] = ['']] = reasons;
  if (reasons.size === 1) return { problem: { ...merged, detail } };
  const policy = group.find((one) => one.policy !== undefined)?.policy;
  return {
    problem: {
      ...merged,
      ...(policy === undefined ? {} : { policy }),
      detail: `The reasons differ: there are ${reasons.size} of them.`,
    },
    details: [...reasons].map(([said, ones]) => `${places(ones, names)}: ${said}`),
  };
}

/** Told for the Region that met it first, but credentials are the whole account's. */
const isOfAccount = (type: Problem['type']): boolean =>
  type.startsWith('credentials-') || type === 'wrong-account';

function places(group: readonly Problem[], names: ReadonlyMap<string, string>): string {
  const accounts = new Map<string, Set<string>>();
  for (const { account = '', region, type } of group) {
    const regions = accounts.get(account) ?? new Set();
    if (region !== undefined && !isOfAccount(type)) regions.add(region);
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
