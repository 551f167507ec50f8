import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SignedRequest } from '../auth/signature.ts';
import { AwsError } from '../aws-error.ts';
import type { Endpoint } from '../endpoint.ts';
import { misbehave, send } from '../faults/misbehave.ts';
import { answerCloudTrail } from '../service/cloudtrail.ts';
import type { Outcome } from '../service/outcome.ts';
import { answerSts } from '../service/sts.ts';
import { type Answer, amzJsonError, localJson } from './answer.ts';
import { answerControl, type Control } from './control.ts';
import { namesLoopback } from './loopback.ts';
import { readBody } from './read-body.ts';

export interface Listener extends Control {
  readonly endpoint: Endpoint;
  readonly latencyMs: number;
}

/** Takes a request to whoever answers it, and writes it down. */
export async function listen(
  listener: Listener,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!namesLoopback(request.headers.host)) {
    send(response, localJson({ error: 'This endpoint answers only to this machine.' }, 403));
  } else if (url.pathname.startsWith('/_local/')) {
    send(response, await answerControl(listener, request, url.pathname));
  } else {
    await answerAws(listener, request, response, url);
  }
}

async function answerAws(
  { endpoint, log, latencyMs }: Listener,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const at = endpoint.clock.monotonic();
  const time = new Date(endpoint.clock.real()).toISOString();
  const body = await readBody(request);
  const outcome = body
    ? await dispatch(endpoint, signedRequest(request, url, body))
    : refuse('RequestEntityTooLargeException', 'The request is larger than 1 MB.', 413);
  const { struck, entry } = outcome;
  log.add({ at, time, ...entry, status: outcome.answer.status });
  if (latencyMs > 0) await wait(latencyMs);
  // The clock of the signatures, which is not always that of this machine.
  const date = new Date(endpoint.clock.real()).toUTCString();
  const answer = { ...outcome.answer, headers: { date, ...outcome.answer.headers } };
  if (!misbehave(response, answer, struck)) send(response, answer);
}

function dispatch(endpoint: Endpoint, request: SignedRequest): Outcome | Promise<Outcome> {
  const target = request.headers['x-amz-target'];
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST' || request.path !== '/')
    return refuse(
      'UnknownOperationException',
      `There is no ${request.method} ${request.path}.`,
      404,
    );
  if (target !== undefined) return answerCloudTrail(endpoint, request, target);
  if (type.startsWith('application/x-www-form-urlencoded')) return answerSts(endpoint, request);
  return refuse('UnknownOperationException', 'Neither X-Amz-Target nor an STS form was given.');
}

function refuse(code: string, message: string, status = 400): Outcome {
  const answer: Answer = amzJsonError(new AwsError(code, message, status));
  return { answer, struck: new Map(), entry: { error: code } };
}

function signedRequest(request: IncomingMessage, url: URL, body: Buffer): SignedRequest {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) query[name] = url.searchParams.getAll(name);
  return { method: request.method ?? '', path: url.pathname, query, headers, body };
}
