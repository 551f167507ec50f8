import { z } from 'zod';
import { askedInBody, askedProblems, scopeList } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const countLimits = { questions: 20 } as const;

const question = z
  .object({
    ...askedInBody,
    /** Absent: those of all questions. */
    scope: scopeList.optional(),
  })
  .strict();

/** How many events match each of several questions, in their order. */
export const Counts = z.object({
  counts: z.array(
    z.object({
      /** Absent where too many events would have to be looked at one by one. */
      events: z.number().int().min(0).optional(),
      /** Share of the question's scopes × window that has been read for its filter: below 1 there may be more. */
      covered: z.number().min(0).max(1),
    }),
  ),
});
export type Counts = z.infer<typeof Counts>;

export const countEndpoints = {
  counts: endpoint({
    method: 'POST',
    path: '/api/counts',
    summary:
      'How many events match each of several questions, counted in the archive at one moment',
    body: z
      .object({
        questions: z.array(question).min(1).max(countLimits.questions),
        scope: scopeList.optional(),
      })
      .strict(),
    answer: Counts,
    problems: askedProblems,
  }),
} as const;
