import type { Problem } from '@trailglass/api';

export interface ProblemGroup {
  readonly key: string;
  readonly problem: Problem;
  /** `prod (eu-west-1), dev (eu-west-1, us-east-1)`; '' when the problem is of no scope. */
  readonly where: string;
}

/** Problems of one type and account as one, with their Regions. */
export function problemGroups(
  problems: readonly Problem[],
  names: ReadonlyMap<string, string>,
): readonly ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.type} ${problem.account ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups].map(([key, group]) => {
    const [problem] = group as [Problem, ...Problem[]];
    const regions = [...new Set(group.flatMap((one) => one.region ?? []))];
    const name =
      problem.account === undefined ? '' : (names.get(problem.account) ?? problem.account);
    const where = regions.length === 0 ? name : `${name} (${regions.join(', ')})`.trim();
    return { key, problem, where };
  });
}
