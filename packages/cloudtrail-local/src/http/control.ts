import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { faultsSchema } from '../faults/fault.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { type Answer, localJson } from './answer.ts';
import { readBody } from './read-body.ts';
import type { RequestLog } from './request-log.ts';

export interface Control {
  readonly about: () => unknown;
  readonly faults: FaultPlan;
  readonly log: RequestLog;
  /** Serves more records from now on: a JSON text, one record or a whole log file. */
  readonly add: (text: string) => void;
}

const faultsBody = z.object({ faults: faultsSchema });

/** `/_local/…`: the endpoint about itself, unsigned, for tests and for the launcher. Not a part of AWS. */
export async function answerControl(
  control: Control,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  // A browser page of another origin may send a PUT or a form here; a program sends no Origin.
  if (request.headers.origin !== undefined)
    return localJson({ error: 'Requests from web pages are refused.' }, 403);
  switch (`${request.method} ${path}`) {
    case 'GET /_local/about':
      return localJson(control.about());
    case 'GET /_local/health':
      return localJson({ status: 'ok' });
    case 'GET /_local/requests':
      return localJson({ requests: control.log.list() });
    case 'GET /_local/faults':
      return localJson({ faults: control.faults.faults });
    case 'PUT /_local/faults':
      return setFaults(control.faults, await readBody(request));
    case 'POST /_local/records':
      return addRecords(control, await readBody(request));
    default:
      return localJson({ error: `There is no ${request.method} ${path}.` }, 404);
  }
}

/** What of it cannot be served is among `skipped`, as for a file. */
function addRecords({ add, about }: Control, body: Buffer | undefined): Answer {
  if (body === undefined) return localJson({ error: 'The body is larger than 1 MB.' }, 413);
  add(body.toString());
  return localJson(about());
}

function setFaults(plan: FaultPlan, body: Buffer | undefined): Answer {
  let json: unknown;
  try {
    json = JSON.parse(body?.toString() ?? '');
  } catch {
    return localJson({ error: 'The body is not JSON.' }, 400);
  }
  const found = faultsBody.safeParse(json);
  if (!found.success) return localJson({ error: z.prettifyError(found.error) }, 400);
  plan.set(found.data.faults);
  return localJson({ faults: plan.faults });
}
