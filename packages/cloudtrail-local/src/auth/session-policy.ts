import { z } from 'zod';
import { AwsError } from '../aws-error.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat());
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
});
const policySchema = z.object({
  Statement: z
    .union([statementSchema, z.array(statementSchema)])
    .transform((statement) => [statement].flat()),
});

/** An inline session policy: a session may do what its role may and this allows as well. */
export type SessionPolicy = z.output<typeof policySchema>;
type Statement = SessionPolicy['Statement'][number];

export function parseSessionPolicy(text: string): SessionPolicy {
  try {
    return policySchema.parse(JSON.parse(text));
  } catch {
    throw new AwsError('MalformedPolicyDocument', 'Syntax errors in policy.');
  }
}

/** Deny beats allow, and what nothing allows is denied. `explicit`: a Deny statement said so. */
export function policyDecision(
  policy: SessionPolicy,
  action: string,
  region: string,
): 'allowed' | 'denied' | 'explicit' {
  const about = policy.Statement.filter((statement) => concerns(statement, action, region));
  if (about.some((statement) => statement.Effect === 'Deny')) return 'explicit';
  return about.length > 0 ? 'allowed' : 'denied';
}

function concerns(statement: Statement, action: string, region: string): boolean {
  const named = statement.Action
    ? statement.Action.some((pattern) => like(pattern, action))
    : statement.NotAction?.every((pattern) => !like(pattern, action));
  // LookupEvents and the STS calls know no resources: only `*` covers them.
  const everywhere = statement.Resource?.includes('*') ?? false;
  return (named ?? false) && everywhere && conditionsHold(statement, region);
}

/** The one condition that matters here is the Region asked; under any other a statement does not apply. */
function conditionsHold(statement: Statement, region: string): boolean {
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      if (key.toLowerCase() !== 'aws:requestedregion') return false;
      if (operator === 'StringNotEquals') return !values.includes(region);
      return /^String(Equals|Like)$/.test(operator) && values.some((value) => like(value, region));
    }),
  );
}

/** IAM wildcards, case-insensitive as actions are. Linear: no regular expression is built from input. */
function like(pattern: string, value: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const text = value.toLowerCase();
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return first === text;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
