import type { Frame } from '@trailglass/api';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostSearches } from './routes/event-routes.ts';
import { testServer, type TestServer } from './test/parts.ts';
import { timeGiven } from '../../test/time-given.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const target =
  '/api/events?from=2026-11-22T00:00:00Z&to=2026-11-22T12:00:00Z&scope=prod:eu-west-1,dev:eu-west-1&limit=50';
const end: Frame = { type: 'end', complete: true, matched: 0 };
const never = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });

async function open(): Promise<IncomingMessage> {
  const asked = httpRequest(server.origin + target, {
    headers: { 'x-requested-by': 'trailglass', 'sec-fetch-site': 'same-origin' },
    agent: false,
  });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}

test('frames come one a line, each as soon as it is there', async () => {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  server.service.frames = async function* () {
    yield { type: 'rows', events: [] };
    await gate;
    yield end;
  };
  const response = await open();
  expect(response.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  const lines: string[] = [];
  for await (const chunk of response) {
    lines.push(String(chunk));
    // The first line is here although the second does not exist yet.
    go();
  }
  expect(lines).toEqual(['{"type":"rows","events":[]}\n', `${JSON.stringify(end)}\n`]);
});

test('the request reaches the service parsed', async () => {
  (await open()).resume();
  expect(server.service.searches).toEqual([
    {
      filter: expect.anything(),
      from: Date.parse('2026-11-22T00:00:00Z'),
      to: Date.parse('2026-11-22T12:00:00Z'),
      scopes: ['prod:eu-west-1', 'dev:eu-west-1'],
      limit: 50,
    },
  ]);
});

describe('a connection that closes', () => {
  test('aborts the search within a second, while it waits for AWS (H29)', async () => {
    server.service.frames = async function* (signal) {
      yield { type: 'rows', events: [] };
      await never(signal);
    };
    const response = await open();
    await once(response, 'data');
    const start = timeGiven();
    response.destroy();
    await server.service.aborted[0];
    expect(start()).toBeLessThan(1000);
    // Somebody left: that is no failure.
    expect(server.logged()).toBe('');
  });

  test('aborts it before the first frame too', async () => {
    server.service.frames = async function* (signal) {
      await never(signal);
      yield end;
    };
    const asked = httpRequest(server.origin + target, {
      headers: { 'x-requested-by': 'trailglass' },
      agent: false,
    });
    asked.on('error', () => undefined);
    asked.end();
    while (server.service.aborted.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    asked.destroy();
    await server.service.aborted[0];
  });
});

test('a reader that does not read stops the search from running ahead', async () => {
  let made = 0;
  const frame: Frame = {
    type: 'problem',
    problem: { type: 'throttled', title: '', status: 503, detail: 'x'.repeat(100_000) },
  };
  server.service.frames = async function* () {
    for (; made < 2000; made += 1) yield frame;
  };
  const response = await open();
  await new Promise((resolve) => setTimeout(resolve, 300));
  // 200 MB were asked for; what fits into socket buffers is a small part of it.
  expect(made).toBeLessThan(300);
  response.destroy();
});

test('a failure in the middle is the last frame, and no end follows', async () => {
  server.service.frames = async function* () {
    yield { type: 'rows', events: [] };
    throw new Error('secret');
  };
  let text = '';
  for await (const chunk of await open()) text += String(chunk);
  const frames = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Frame);
  expect(frames).toMatchObject([
    { type: 'rows' },
    { type: 'problem', problem: { type: 'internal' } },
  ]);
  expect(text).not.toContain('secret');
  expect(server.logged()).toContain('secret');
});

test('one search too many is told to wait (H31)', async () => {
  server.service.frames = async function* (signal) {
    yield { type: 'rows', events: [] };
    await never(signal);
  };
  const open64 = await Promise.all(Array.from({ length: mostSearches }, open));
  const refused = await open();
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('1');
  for (const response of open64) response.destroy();
  await Promise.all(server.service.aborted);
  await expect.poll(async () => (await open()).statusCode).toBe(200);
});
