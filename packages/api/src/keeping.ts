import { z } from 'zod';
import { scopeList } from './asked.ts';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** How one account in one Region is kept read in the background. */
const KeptScope = z.object({
  account: z.string(),
  region: z.string(),
  /**
   * off: only what searches ask for is read; paused: will go on where it stopped; reading: on its way back through the
   * 90 days; following: all of them are read, and new events are as they come; failed: see `problem`, it is tried again.
   */
  state: z.enum(['off', 'paused', 'waiting', 'reading', 'following', 'failed']),
  /** ISO: everything from here up to about now has been read. */
  readTo: z.string().optional(),
  /** ISO: when AWS last answered for this scope, whoever asked. */
  answeredAt: z.string().optional(),
  /** Estimated milliseconds until the 90 days are read. */
  etaMs: z.number().optional(),
  problem: Problem.optional(),
});
export type KeptScope = z.infer<typeof KeptScope>;

/** Background reading of every scope that this server can read. */
export const Keeping = z.object({ scopes: z.array(KeptScope), paused: z.boolean() });
export type Keeping = z.infer<typeof Keeping>;

export const keepingEndpoints = {
  keeping: endpoint({
    method: 'GET',
    path: '/api/keeping',
    summary: 'Background reading: which scopes are kept read, and how far they are',
    answer: Keeping,
    problems: ['archive-failed'],
  }),
  keep: endpoint({
    method: 'POST',
    path: '/api/keeping',
    summary: 'Keep scopes read from now on, or no longer; what was read stays',
    body: z.object({ scopes: scopeList, keep: z.boolean() }).strict(),
    answer: Keeping,
    problems: ['bad-request', 'unknown-scope', 'archive-failed'],
  }),
  pauseKeeping: endpoint({
    method: 'POST',
    path: '/api/keeping/pause',
    summary: 'Pause all background reading, or go on with it',
    body: z.object({ paused: z.boolean() }).strict(),
    answer: Keeping,
    problems: ['bad-request', 'archive-failed'],
  }),
} as const;
