import type { LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import type { Scope } from '@trailglass/record';
import { failureOf } from '../aws/failure.ts';
import { untilAborted } from '../waiting/until-aborted.ts';
import { attempt } from './attempt.ts';
import { RETRY_AFTER_CAP_MS } from './backoff.ts';
import type { Pace, Priority } from './pace.ts';
import type { Place, Question } from './question.types.ts';
import { readPage, type ReadPage } from './read-page.ts';

export interface Call {
  readonly place: Place;
  readonly question: Question;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  readonly priority: Priority;
  readonly deadlineMs: number;
  readonly paceOf: (scope: Scope) => Pace;
  readonly onDate: (date: string | undefined) => void;
}

/** One page: credentials, a turn, the call, the answer checked. Throws whatever went wrong. */
export async function lookUp(call: Call): Promise<ReadPage> {
  const { account, region } = call.place;
  const within = AbortSignal.any([call.signal, AbortSignal.timeout(call.deadlineMs)]);
  // Before the turn: credentials that have to be fetched must not hold up others who could read.
  const caller = account.caller ?? (await untilAborted(account.identify(), within));
  const credentials = await untilAborted(account.credentials(), within);
  const scope: Scope = { account: caller.account, region };
  const pace = call.paceOf(scope);
  const turn = await pace.turn(call.priority, call.signal);
  let outcome: 'answered' | 'throttled' | 'failed' = 'failed';
  try {
    const answer = await attempt({
      client: account.client(region),
      input: inputOf(call),
      turn,
      deadlineMs: call.deadlineMs,
      signal: call.signal,
      onDate: call.onDate,
    });
    const page = readPage(answer, scope, call.question);
    outcome = 'answered';
    return page;
  } catch (error) {
    const { remedy, retryAfterMs } = failureOf(error);
    if (remedy === 'slow-down') outcome = 'throttled';
    if (retryAfterMs !== undefined) pace.pause(Math.min(retryAfterMs, RETRY_AFTER_CAP_MS));
    if (remedy === 'new-credentials') account.refused(credentials);
    throw error;
  } finally {
    turn.done(outcome);
  }
}

const inputOf = ({ question, token }: Call): LookupEventsCommandInput => ({
  StartTime: new Date(question.from),
  EndTime: new Date(question.to),
  MaxResults: 50,
  ...(question.attribute === undefined
    ? {}
    : {
        LookupAttributes: [
          { AttributeKey: question.attribute.key, AttributeValue: question.attribute.value },
        ],
      }),
  ...(token === undefined ? {} : { NextToken: token }),
});
