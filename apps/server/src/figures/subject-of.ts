import { problem, ProblemError } from '@trailglass/api';
import { parseSubject, type Subject } from '@trailglass/query';

/** What a request names to be counted by. Throws bad-request. */
export function subjectOf(field: string): Subject {
  const subject = parseSubject(field);
  if (subject) return subject;
  throw new ProblemError(
    problem(
      'bad-request',
      `There is no field “${field.slice(0, 80)}”. Use a field's name, or a path such as requestParameters.bucketName.`,
    ),
  );
}
