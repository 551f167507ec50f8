import type { LeastPrivilege } from '@trailglass/api';

type Policy = LeastPrivilege['policy'];

/** What is allowed on which resources: actions with the same resources share a statement, those of one service alone. */
export function statementsOf(allowed: ReadonlyMap<string, ReadonlySet<string>>): Policy {
  const byResources = new Map<string, { actions: string[]; resources: readonly string[] }>();
  for (const [action, set] of [...allowed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const resources = set.has('*') ? ['*'] : [...set].sort();
    const key = JSON.stringify([action.split(':', 1), resources]);
    const known = byResources.get(key);
    if (known) known.actions.push(action);
    else byResources.set(key, { actions: [action], resources });
  }
  return {
    Version: '2012-10-17',
    Statement: [...byResources.values()].map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: [...resources],
    })),
  };
}

/** As IAM counts: white space is free. */
export const sizeOf = (policy: Policy): number =>
  JSON.stringify(policy).replaceAll(/\s/g, '').length;
