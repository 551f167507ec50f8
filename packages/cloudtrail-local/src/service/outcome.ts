import type { Fault, FaultKind } from '../faults/fault.ts';
import type { Answer } from '../http/answer.ts';
import type { LoggedRequest } from '../http/request-log.ts';

/** What a request came to: the answer, the faults of the wire that strike it, and its line in the log. */
export interface Outcome {
  readonly answer: Answer;
  readonly struck: ReadonlyMap<FaultKind, Fault>;
  readonly entry: Omit<LoggedRequest, 'at' | 'time' | 'status'>;
}

export type Entry = { -readonly [Member in keyof Outcome['entry']]: Outcome['entry'][Member] };
