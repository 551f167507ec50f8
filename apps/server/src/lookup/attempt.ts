import {
  LookupEventsCommand,
  type CloudTrailClient,
  type LookupEventsCommandInput,
  type LookupEventsCommandOutput,
} from '@aws-sdk/client-cloudtrail';
import { observation, observe } from '../aws/observe.ts';
import { untilAborted } from '../waiting/until-aborted.ts';
import type { Turn } from './pace.ts';

/** No call takes longer in all: the SDK has no such limit, and an answer that drips outlives its timeouts. */
export const ATTEMPT_MS = 60_000;

export interface Attempt {
  readonly client: CloudTrailClient;
  readonly input: LookupEventsCommandInput;
  readonly turn: Turn;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Called with the answer's Date header, whatever the answer. */
  readonly onDate: (date: string | undefined) => void;
}

/** One LookupEvents call. Throws what the SDK throws, `TimeoutError` at the deadline, or the signal's reason. */
export async function attempt(call: Attempt): Promise<LookupEventsCommandOutput> {
  const deadline = AbortSignal.timeout(call.deadlineMs);
  const signal = AbortSignal.any([call.signal, deadline]);
  const command = new LookupEventsCommand(call.input);
  const observer = {
    onSent: () => call.turn.sent(),
    onAnswer: (date: string | undefined) => {
      call.turn.answered();
      call.onDate(date);
    },
  };
  command.middlewareStack.add(observe(observer), observation);
  try {
    // The SDK does not watch the signal while it waits for credentials.
    return await untilAborted(call.client.send(command, { abortSignal: signal }), signal);
  } catch (error) {
    if (call.signal.aborted) throw call.signal.reason;
    if (deadline.aborted) throw deadline.reason;
    throw error;
  }
}
