import {
  type Client,
  type Problem,
  problem,
  ProblemError,
  upkeepEndpoints,
  type VerifyFrame,
} from '@trailglass/api';

type End = Extract<VerifyFrame, { type: 'end' }>;

/** How far the records have been compared with what the archive says of them. */
export type Verification =
  | { readonly state: 'running' | 'stopped'; readonly checked: number; readonly of: number }
  | { readonly state: 'done'; readonly end: End }
  | { readonly state: 'failed'; readonly problem: Problem };

/** Runs until all records are read or the signal aborts; never throws. What arrives after an abort is dropped. */
export async function verify(
  client: Pick<Client, 'stream'>,
  tell: (now: Verification) => void,
  signal: AbortSignal,
): Promise<void> {
  let { checked, of } = { checked: 0, of: 0 };
  try {
    tell({ state: 'running', checked, of });
    for await (const frame of client.stream(upkeepEndpoints.verify, { body: {} }, signal)) {
      if (signal.aborted) break;
      if (frame.type === 'end') return tell({ state: 'done', end: frame });
      ({ checked, of } = frame);
      tell({ state: 'running', checked, of });
    }
    tell(signal.aborted ? { state: 'stopped', checked, of } : { state: 'failed', problem: broken });
  } catch (error) {
    if (signal.aborted) return tell({ state: 'stopped', checked, of });
    const known = error instanceof ProblemError ? error.problem : broken;
    tell({ state: 'failed', problem: known });
  }
}

const broken = problem(
  'unreachable',
  'The connection to Trailglass broke off before every record was read. Verify again.',
);
