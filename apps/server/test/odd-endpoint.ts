import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createService } from '../src/service.ts';
import type { Service } from '../src/service.types.ts';
import type { Setting } from './against-local.ts';
import { ACCOUNT, REGION } from './records.ts';

export interface LookupRequest {
  readonly NextToken?: string;
  readonly StartTime: number;
  readonly EndTime: number;
}
export type OddAnswer = (request: LookupRequest, call: number, response: ServerResponse) => unknown;

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::${ACCOUNT}:user/odd</Arn><UserId>AIDA</UserId><Account>${ACCOUNT}</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

/**
 * The service against an endpoint that answers LookupEvents with whatever `answer` returns (undefined: it has answered
 * by itself). For answers that no honest endpoint gives.
 */
export async function serviceAgainstOdd(
  answer: OddAnswer,
  { archive, keeping }: Pick<Setting, 'archive' | 'keeping'> = {},
): Promise<{ service: Service; calls: LookupRequest[] }> {
  const calls: LookupRequest[] = [];
  const server = createServer((incoming, response) => {
    let text = '';
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
    incoming.on('end', () => {
      if (incoming.headers['x-amz-target'] === undefined) {
        response.end(incoming.method === 'GET' ? '' : identity);
        return;
      }
      const request = JSON.parse(text) as LookupRequest;
      calls.push(request);
      const body = answer(request, calls.length, response);
      if (body === undefined) return;
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      accounts: [{ kind: 'keys', name: 'odd', accessKeyId: 'odd', secretAccessKey: 'odd' }],
      regions: [REGION],
    },
    pino({ level: 'silent' }),
    { perSecond: 1_000, backoff: { baseMs: 2, capMs: 5 }, deadlineMs: 5_000 },
    archive,
    keeping,
  );
  onTestFinished(async () => {
    await service.close();
    server.closeAllConnections();
    server.close();
  });
  return { service, calls };
}
