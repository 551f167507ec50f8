import { z } from 'zod';
import { time } from './asked.ts';
import { endpoint } from './endpoint.ts';

const count = z.number().int().min(0);

/** What deleting everything older than a moment would take away. */
export const Older = z.object({
  before: z.string(),
  events: count,
  scopes: count,
  /** ISO; absent when there is none. */
  oldest: z.string().optional(),
  newest: z.string().optional(),
});
export type Older = z.infer<typeof Older>;

/** A new archive was begun. */
export const Begun = z.object({
  /** The folder in which the one before lies, as it was. */
  setAside: z.string(),
  /** What of notes and choices could not be read there, in words. */
  lost: z.array(z.string()),
});
export type Begun = z.infer<typeof Begun>;

/** One line of a verification: every record is read and compared with what the archive says of it. */
export const VerifyFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), checked: count, of: count }),
  z.object({
    type: z.literal('end'),
    checked: count,
    /** Records that are not what was written: unreadable, under another id or time, or there twice. */
    wrong: count,
    /** The first of them. */
    examples: z.array(
      z.object({
        account: z.string(),
        region: z.string(),
        eventId: z.string(),
        eventTime: z.string().optional(),
        /** In words. */
        flaw: z.string(),
      }),
    ),
  }),
]);
export type VerifyFrame = z.infer<typeof VerifyFrame>;

export const upkeepEndpoints = {
  older: endpoint({
    method: 'GET',
    path: '/api/archive/older',
    summary: 'What the archive holds from before a moment',
    query: z.object({ before: time }).strict(),
    answer: Older,
    problems: ['bad-request', 'archive-failed'],
  }),
  forget: endpoint({
    method: 'POST',
    path: '/api/archive/forget',
    summary: 'Delete the events from before a moment, and that they were read',
    /** `events`: as many as the preview said; another number now is refused, and nothing deleted. */
    body: z.object({ before: time, events: count }).strict(),
    answer: z.object({ events: count }),
    problems: ['bad-request', 'archive-failed'],
  }),
  begin: endpoint({
    method: 'POST',
    path: '/api/archive/begin',
    summary:
      'Set the archive aside, as it is, and begin a new one; notes, views and choices go along',
    body: z.object({}).strict(),
    answer: Begun,
    problems: ['bad-request', 'archive-failed'],
  }),
  verify: endpoint({
    method: 'POST',
    path: '/api/archive/verify',
    summary: 'Read every record of the archive and compare it with its columns',
    body: z.object({}).strict(),
    answer: VerifyFrame,
    stream: true,
    problems: ['archive-failed'],
  }),
} as const;
