import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../http/answer.ts';
import type { Fault, FaultKind } from './fault.ts';

const page =
  '<!doctype html><html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1></body></html>';

/** Sends an answer as it should be sent. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
  response.end(body);
}

/** Faults of the wire: the answer was right, what reaches the client is not. True when one took over. */
export function misbehave(
  response: ServerResponse,
  answer: Answer,
  struck: ReadonlyMap<FaultKind, Fault>,
): boolean {
  const body = Buffer.from(answer.body);
  const html = struck.get('html');
  if (struck.has('silence')) return true;
  if (html) {
    send(response, {
      ...answer,
      status: html.status,
      headers: { 'content-type': 'text/html' },
      body: page,
    });
  } else if (struck.has('empty200')) {
    send(response, { ...answer, status: 200, body: '' });
  } else if (struck.has('truncated')) {
    send(response, { ...answer, body: answer.body.slice(0, answer.body.length >> 1) });
  } else if (struck.has('badheader')) {
    unsafeHeader(response, answer, 'a line feed\nSet-Cookie: no=1\r and more');
  } else if (struck.has('bigheader')) {
    unsafeHeader(response, answer, 'x'.repeat(1_000_000));
  } else if (struck.has('reset')) {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.resetAndDestroy());
  } else if (struck.has('drip')) {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
    void drip(response, body);
  } else return false;
  return true;
}

/** Past Node, which would refuse to send it. */
function unsafeHeader(response: ServerResponse, { body }: Answer, value: string): void {
  const length = Buffer.byteLength(body);
  response.socket?.end(
    `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nX-Odd: ${value}\r\n\r\n${body}`,
  );
}

/** One byte every 200 ms: slow enough to outlive any idle time-out that bytes reset. */
async function drip(response: ServerResponse, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1));
    await wait(200, undefined, { ref: false });
  }
  response.end();
}
