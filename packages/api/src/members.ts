import { z } from 'zod';
import { askedInBody, askedProblems } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const memberLimits = {
  /** Events that are looked into, of all scopes together. */
  events: 2_000,
  /** Names that are told. */
  names: 200,
} as const;

/** What stands below a path in the records of some of the newest events. */
export const Members = z.object({
  /** In most events first. */
  members: z.array(
    z.object({
      name: z.string(),
      /** Events that have it. */
      events: z.number().int().min(1),
      /** Members of its own stand below it, in one of them at least. */
      holds: z.boolean(),
    }),
  ),
  /** Events that were looked into: the newest of each scope that match, of those that were read. */
  events: z.number().int().min(0),
});
export type Members = z.infer<typeof Members>;

export const memberEndpoints = {
  members: endpoint({
    method: 'POST',
    path: '/api/members',
    summary: 'Names that stand below a path of the record, in the newest events of the archive',
    body: z
      .object({
        ...askedInBody,
        /** A path as a filter writes it: requestParameters, userIdentity.sessionContext */
        below: z.string().min(1).max(1024),
      })
      .strict(),
    answer: Members,
    problems: askedProblems,
  }),
} as const;
