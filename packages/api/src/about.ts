import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

export const Account = z.object({
  /** Twelve digits; for an account whose credentials have never worked here, its name. */
  id: z.string(),
  /** The profile's or the configuration's name for it. */
  name: z.string(),
  /** The caller identity's ARN; absent while credentials do not work. */
  caller: z.string().optional(),
  /** Why the account cannot be read now. */
  problem: Problem.optional(),
  /** When AWS last answered a look-up for this account (ISO), in an earlier run too; absent when it never did. */
  answeredAt: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

/** What this server is and whose events it can read: the page asks once at its start, and again after a problem. */
export const About = z.object({
  version: z.string(),
  mode: z.enum(['demo', 'endpoint', 'aws']),
  /** The CloudTrail-compatible endpoint in use instead of AWS. */
  endpoint: z.string().optional(),
  accounts: z.array(Account),
  /** The Regions that can be chosen; all of them are searched unless the reader chooses. */
  regions: z.array(z.string()),
  /** What happened to the event archive that its reader should know, in words. */
  archiveNotices: z.array(z.string()).optional(),
  /** The server's clock, ISO: the browser's may be wrong. */
  now: z.string(),
});
export type About = z.infer<typeof About>;

export const aboutEndpoints = {
  about: endpoint({
    method: 'GET',
    path: '/api/about',
    summary: 'What this server is, and the accounts and Regions it can read',
    /** `check=true` asks AWS again who is calling, after a problem with credentials. */
    query: z.object({ check: z.enum(['true', 'false']).optional() }).strict(),
    answer: About,
    problems: [],
  }),
} as const;
