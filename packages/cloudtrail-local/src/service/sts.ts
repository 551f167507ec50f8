import { authenticate, type Caller, expiredToken } from '../auth/authenticate.ts';
import type { SignedRequest } from '../auth/signature.ts';
import { AwsError } from '../aws-error.ts';
import type { Endpoint } from '../endpoint.ts';
import { assumeRole } from '../sts/assume-role.ts';
import { stsAnswer, stsCode, stsError, type XmlTree } from '../sts/xml.ts';
import type { Entry, Outcome } from './outcome.ts';

/** Answers a request of the AWS query protocol: GetCallerIdentity and AssumeRole. */
export async function answerSts(endpoint: Endpoint, request: SignedRequest): Promise<Outcome> {
  const form = new URLSearchParams(Buffer.from(request.body).toString());
  const action = form.get('Action') ?? '';
  const entry: Entry = { operation: action };
  const struck = new Map();
  try {
    const caller = await authenticate({ ...endpoint, clock: endpoint.clock.real }, request, 'sts');
    entry.account = caller.principal.account;
    entry.region = caller.region;
    // Expired credentials are expired for every service; the other faults are CloudTrail's.
    const { account } = caller.principal;
    if (endpoint.faults.strike({ account, region: caller.region }).has('expired'))
      throw expiredToken();
    const result = perform(endpoint, action, form, caller);
    return { answer: stsAnswer(action, result), struck, entry };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    entry.error = stsCode(error);
    return { answer: stsError(error), struck, entry };
  }
}

function perform(
  endpoint: Endpoint,
  action: string,
  form: URLSearchParams,
  caller: Caller,
): XmlTree {
  if (action === 'AssumeRole')
    return assumeRole(form, caller, endpoint.accounts, endpoint.keys, endpoint.clock.real());
  if (action === 'GetCallerIdentity') {
    const { arn, userId, account } = caller.principal;
    return { Arn: arn, UserId: userId, Account: account };
  }
  throw new AwsError(
    'InvalidAction',
    `Could not find operation ${action || '(none)'} for version ${form.get('Version') ?? '(none)'}`,
  );
}
