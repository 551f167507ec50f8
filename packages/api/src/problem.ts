import { z } from 'zod';

/**
 * Everything that can go wrong, by name. Stable: people search for these, and clients branch on them.
 * `status` is the HTTP status when the failure is the whole answer; within a stream it is a frame.
 */
export const problemTypes = {
  'bad-filter': { status: 400, title: 'The filter cannot be read' },
  'bad-request': { status: 400, title: 'The request is not valid' },
  'bad-cursor': { status: 400, title: 'The cursor belongs to another search' },
  'unknown-scope': { status: 400, title: 'No such account or Region here' },
  'sign-in-needed': { status: 401, title: 'Sign in with the link from the terminal' },
  refused: { status: 403, title: 'The request was refused' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'That method is not allowed here' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'Somebody else has changed it' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'That content type is not accepted' },
  'wrong-host': { status: 421, title: 'That address is not served here' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on the server' },
  'access-denied': { status: 502, title: 'AWS denied the call' },
  'credentials-expired': { status: 502, title: 'The AWS credentials have expired' },
  'credentials-missing': { status: 502, title: 'No AWS credentials were found' },
  'credentials-invalid': { status: 502, title: 'AWS does not accept the credentials' },
  'wrong-account': { status: 502, title: 'The credentials now belong to another account' },
  'region-disabled': { status: 502, title: 'The Region is not enabled for this account' },
  'clock-skewed': { status: 502, title: "This machine's clock is wrong" },
  'archive-failed': { status: 503, title: 'The event archive does not answer' },
  throttled: { status: 503, title: 'AWS is throttling the calls' },
  'upstream-failed': { status: 502, title: 'AWS answered with an error' },
  'upstream-invalid': { status: 502, title: 'The answer was not a CloudTrail answer' },
  'upstream-timeout': { status: 504, title: 'AWS did not answer in time' },
  unreachable: { status: 502, title: 'AWS cannot be reached' },
} as const;

export type ProblemType = keyof typeof problemTypes;

/** An RFC 9457 problem document: what happened, where, and what to do about it. */
export const Problem = z.object({
  type: z.enum(Object.keys(problemTypes) as [ProblemType, ...ProblemType[]]),
  title: z.string(),
  status: z.number().int(),
  /** What happened and what to do, in a sentence or two for people. */
  detail: z.string(),
  account: z.string().optional(),
  region: z.string().optional(),
  /** A command that mends it, to copy: `aws sso login --profile prod`. */
  command: z.string().optional(),
  /** The IAM policy that is missing, as JSON text, for access-denied. */
  policy: z.string().optional(),
  /** Milliseconds until the next try, when there will be one by itself. */
  retryAfterMs: z.number().optional(),
  /** For bad-filter: the characters of `q` that are wrong. */
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  /** The request's id, to find it in the server's log. */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const problem = (
  type: ProblemType,
  detail: string,
  more: Partial<Omit<Problem, 'type' | 'title' | 'status' | 'detail'>> = {},
): Problem => ({ type, ...problemTypes[type], detail, ...more });
