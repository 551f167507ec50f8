import { authenticate, type Caller, expiredToken } from '../auth/authenticate.ts';
import { lookupDenied, requireLookup } from '../auth/permission.ts';
import type { SignedRequest } from '../auth/signature.ts';
import { AwsError } from '../aws-error.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Fault, FaultKind } from '../faults/fault.ts';
import { amzJson, amzJsonError } from '../http/answer.ts';
import { printPage } from '../lookup/lookup-answer.ts';
import { lookupEvents } from '../lookup/lookup-events.ts';
import { parseLookup } from '../lookup/lookup-request.ts';
import type { Entry, Outcome } from './outcome.ts';

/** Answers a request of AWS JSON 1.1 that names a CloudTrail operation. */
export async function answerCloudTrail(
  endpoint: Endpoint,
  request: SignedRequest,
  target: string,
): Promise<Outcome> {
  const entry: Entry = { operation: operationOf(target) };
  let struck: ReadonlyMap<FaultKind, Fault> = new Map();
  try {
    const caller = await authenticate(
      { ...endpoint, clock: endpoint.clock.real },
      request,
      'cloudtrail',
    );
    entry.account = caller.principal.account;
    entry.region = caller.region;
    if (entry.operation !== 'LookupEvents') {
      throw new AwsError(
        'UnknownOperationException',
        `cloudtrail-local answers LookupEvents, not ${target}.`,
      );
    }
    await endpoint.loaded;
    struck = endpoint.faults.strike({ account: entry.account, region: caller.region });
    if (struck.size > 0) entry.faults = [...struck.keys()];
    const body = lookup(endpoint, request, caller, struck, entry);
    return { answer: amzJson(body), struck, entry };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    entry.error = error.code;
    return { answer: amzJsonError(error), struck, entry };
  }
}

function lookup(
  endpoint: Endpoint,
  request: SignedRequest,
  caller: Caller,
  struck: ReadonlyMap<FaultKind, Fault>,
  entry: Entry,
): string {
  const { principal, region } = caller;
  const { account } = principal;
  if (struck.has('expired')) throw expiredToken();
  const now = endpoint.clock.today();
  const scope = { account, region };
  if (struck.has('throttle') || !endpoint.rate.take(`${account}:${region}`))
    throw new AwsError('ThrottlingException', 'Rate exceeded');
  if (struck.has('error500'))
    throw new AwsError('InternalFailure', 'The request processing has failed.', 500);
  if (struck.has('error503'))
    throw new AwsError('ServiceUnavailable', 'The service is currently unavailable.', 503);
  requireLookup(endpoint.accounts.get(account), caller);
  if (struck.has('denied')) throw lookupDenied(principal, 'identity-based');

  const asked = parseLookup(Buffer.from(request.body).toString(), endpoint.strictAttributes);
  entry.attribute = asked.attribute;
  entry.from = isoTime(asked.start);
  entry.to = isoTime(asked.end);
  if (struck.has('badtoken') && asked.nextToken !== undefined)
    throw new AwsError('InvalidNextTokenException', 'The NextToken is not valid.');
  const page = lookupEvents(
    {
      ...endpoint,
      account,
      region,
      now,
      arrived: (event) => event.time + endpoint.faults.delay(scope, event.id) <= now,
      duplicate: struck.has('duplicate'),
    },
    asked,
  );
  return printPage(page);
}

/** Undefined also for what no calendar has. */
function isoTime(ms: number | undefined): string | undefined {
  const date = new Date(ms ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Both forms of X-Amz-Target end in `CloudTrail_20131101.LookupEvents`. */
function operationOf(target: string): string {
  const [service, operation] = target.split('.').slice(-2);
  return service === 'CloudTrail_20131101' ? (operation ?? '') : target;
}
