import { at, type JsonObject, member, text } from '../json.ts';

/** How a call ended. CloudTrail's error codes are not uniform, so a denial is known by its words. */
export type Outcome =
  | { readonly kind: 'done' | 'denied' | 'failed' }
  /** EC2's DryRun: nothing was done, and nothing would have been in the way. */
  | { readonly kind: 'dry-run' };

const denial = /AccessDenied|Unauthorized|NotAuthorized|Forbidden|AuthFailure|OptInRequired/i;
const longest = 200;

export function outcome(record: JsonObject): Outcome {
  const code = text(member(record, 'errorCode'));
  const message = text(member(record, 'errorMessage'));
  if (code?.endsWith('DryRunOperation') === true) return { kind: 'dry-run' };
  if (code !== undefined) {
    return { kind: denial.test(code.slice(0, longest)) ? 'denied' : 'failed' };
  }
  const signIn = text(at(record, ['responseElements', 'ConsoleLogin']));
  const failed = message !== undefined || signIn?.toLowerCase() === 'failure';
  return { kind: failed ? 'failed' : 'done' };
}
