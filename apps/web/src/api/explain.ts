import { type Problem, ProblemError, problem } from '@trailglass/api';

/** Any failure as a problem document: what was thrown here is a fault of the page itself. */
export function explain(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    ...problem('internal', 'Reload the page. If it happens again, it is a fault in Trailglass.'),
    title: 'The page has failed',
  };
}
