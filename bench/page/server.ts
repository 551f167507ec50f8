import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { About, Frame, WholeEvent } from '@trailglass/api';
import { setFileHeaders, setHeaders } from '../../apps/server/src/http/headers.ts';
import { type BuiltFiles, readBuiltFiles } from '../../apps/server/src/http/static/files.ts';
import { bigRecord } from './big-record.ts';
import { account, bytesOf, region, rowAt } from './rows.ts';

/** The built page with the server's own headers, over a list that no AWS quota slows down. */
export async function startRows(
  count: number,
  webFolder: string,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const files = readBuiltFiles(webFolder);
  const newest = Math.floor(Date.now() / 1000) * 1000 - 60_000;
  const server = createServer((request, response) => {
    setHeaders(response);
    answer(request, response, { files, count, newest }).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Served {
  readonly files: BuiltFiles;
  readonly count: number;
  readonly newest: number;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/api/about') sendJson(response, about());
  else if (path === '/api/events') await streamRows(response, served);
  else if (path.startsWith('/api/events/')) sendJson(response, whole(path, served));
  else sendFile(response, served.files, path);
}

const about = (): About => ({
  version: '0.0.0',
  mode: 'endpoint',
  accounts: [{ id: account, name: 'prod' }],
  regions: [region],
  now: new Date().toISOString(),
});

function whole(path: string, { newest }: Served): WholeEvent {
  const eventId = decodeURIComponent(path.split('/').at(-1) ?? '');
  const row = { ...rowAt(0, newest), eventId };
  const record = bigRecord(eventId, row.eventTime, bytesOf(eventId));
  return { row, record, resources: [{ type: 'AWS::S3::Bucket', name: 'bucket-1' }] };
}

/** Everything in one stream, a thousand rows a frame, no faster than it is read. */
async function streamRows(response: ServerResponse, { count, newest }: Served): Promise<void> {
  const send = async (frame: Frame): Promise<void> => {
    if (!response.write(`${JSON.stringify(frame)}\n`)) await once(response, 'drain');
  };
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  const [from, to] = [newest - count * 60_000, newest].map((ms) => new Date(ms).toISOString());
  const window = { from: from ?? '', to: to ?? '' };
  await send({ type: 'plan', plan: { residual: '', ...window, notices: [] } });
  for (let first = 0; first < count; first += 1000) {
    const size = Math.min(1000, count - first);
    const events = Array.from({ length: size }, (_, index) => rowAt(first + index, newest));
    await send({ type: 'rows', events });
  }
  const state = { account, region, state: 'complete', readTo: window.from } as const;
  await send({ type: 'progress', scopes: [{ ...state, events: count, requests: count / 50 }] });
  response.end(`${JSON.stringify({ type: 'end', complete: true, matched: count })}\n`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

function sendFile(response: ServerResponse, files: BuiltFiles, path: string): void {
  const file = files.get(path) ?? files.get('/index.html');
  if (!file) throw new Error('The page is not built: run npm run build first.');
  setFileHeaders(response, file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Content-Type', file.type);
  const packed = file.encoded.get('gzip');
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.end(packed ?? file.plain);
}
