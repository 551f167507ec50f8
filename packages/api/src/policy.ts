import { z } from 'zod';
import { askedInBody, askedProblems, named } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const policyLimits = {
  /** Events of a search that are looked at, the newest. */
  events: 20_000,
  /** Events that can be named. */
  named: 200,
  /** Characters of a managed policy, white space not counted (IAM quotas). */
  size: 6_144,
} as const;

const count = z.number().int().min(0);

export const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: z.array(z.string()),
  Resource: z.array(z.string()),
});

/** The calls that were made, as the least policy that allows them, and everything that could not be told from events. */
export const LeastPrivilege = z.object({
  policy: z.object({ Version: z.literal('2012-10-17'), Statement: z.array(Statement) }),
  /** Characters as IAM counts them, without white space. */
  size: count,
  /** Events looked at, and of these the ones whose call the policy allows. */
  events: count,
  used: count,
  /** Of a search: share of scopes × window that has been read. */
  covered: z.number().min(0).max(1).optional(),
  /** Of a search: there are more events than were looked at; ISO of the oldest that was. */
  onlyFrom: z.string().optional(),
  /** Who made the calls in the policy, most calls first, the first few of `total`. */
  callers: z.object({ total: count, most: z.array(z.object({ name: z.string(), count })) }),
  leftOut: z.object({
    /** Calls that AWS refused: nobody has shown that they are needed. */
    denied: z.array(z.object({ action: z.string(), count })),
    /** Called by AWS services themselves and by their service-linked roles. */
    byServices: count,
    /** No calls: sign-ins, reports of services, Insights. */
    noCalls: count,
    /** The data set has no action of that name. */
    unmapped: z.array(z.object({ eventSource: z.string(), eventName: z.string(), count })),
    /** Named events that could not be found. */
    missing: z.array(z.string()),
  }),
  /** Actions whose resource the events do not tell, so that the policy has a pattern of its kind. */
  patterns: z.array(z.object({ action: z.string(), resource: z.string() })),
  /** Roles that calls handed to a service: that needs iam:PassRole, too, which leaves no event and is not in the policy. */
  passed: z.array(z.object({ action: z.string(), role: z.string() })),
  /** Calls that a service made for the caller, in the policy. */
  onBehalf: z.array(z.object({ service: z.string(), count })),
  /** The data set that says which actions there are. */
  data: z.object({ name: z.string(), version: z.string() }),
});
export type LeastPrivilege = z.infer<typeof LeastPrivilege>;

export const policyEndpoints = {
  leastPrivilege: endpoint({
    method: 'POST',
    path: '/api/policy',
    summary:
      'The least IAM policy that allows what events did: of a search over the archive, or of named events',
    body: z.union([
      z
        .object({
          ...askedInBody,
        })
        .strict(),
      z.object({ events: z.array(named).min(1).max(policyLimits.named) }).strict(),
    ]),
    answer: LeastPrivilege,
    problems: askedProblems,
  }),
} as const;
