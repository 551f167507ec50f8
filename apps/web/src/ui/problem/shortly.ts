import type { Problem, ProblemType } from '@trailglass/api';

const words: Partial<Record<ProblemType, string>> = {
  'access-denied': 'Denied',
  'credentials-expired': 'Expired',
  'credentials-missing': 'No credentials',
  'credentials-invalid': 'Not accepted',
  'wrong-account': 'Other account',
  'clock-skewed': 'Wrong clock',
  throttled: 'Throttled',
  'upstream-timeout': 'No answer',
  unreachable: 'Unreachable',
};

/** Why an account cannot be read, in as much as a narrow column holds; the alert above the table says all. */
export const shortly = ({ type }: Problem): string => words[type] ?? 'Failed';
