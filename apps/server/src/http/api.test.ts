import { contract, ProblemError, problem } from '@trailglass/api';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from './listen.ts';
import { testServer, type TestServer, whole } from './test/parts.ts';
import { raw, read, request } from './test/raw.ts';
import { timeGiven } from '../../test/time-given.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const window = 'from=2026-11-22T00:00:00Z&to=2026-11-22T12:00:00Z&scope=prod:eu-west-1';
const ask = (target: string, options?: Parameters<typeof request>[2]) =>
  raw(server.port, request(`127.0.0.1:${server.port}`, target, options));
const send = (body: string, headers: Record<string, string> = {}) =>
  ask('/api/session', { method: 'POST', body, headers });
const typeOf = (body: string): unknown => (JSON.parse(body) as { type: unknown }).type;

describe('every answer', () => {
  test.each(['/api/about', '/api/nothing', '/healthz', '//', '/nothing.js'])(
    'of %s carries the headers',
    async (target) => {
      const { headers } = await ask(target);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'origin-agent-cluster': '?1',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), clipboard-read=()',
        'cache-control': 'no-store',
      });
      expect(headers.has('x-powered-by')).toBe(false);
    },
  );

  test('of the API is whole whatever was cached (H33)', async () => {
    const headers = { 'if-none-match': '*', range: 'bytes=0-1' };
    const { status, body } = await ask('/api/events/prod/eu-west-1/e-1', { headers });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(whole);
  });
});

describe('the query', () => {
  test.each([
    [`${window}&limit=1&limit=2`, '"limit" is repeated'],
    [`${window}&filter[a]=b`, '"filter[a]" is unknown'],
    [`${window}&__proto__[x]=1`, '"__proto__[x]" is unknown'],
    [`${window}&__proto__=1`, '"__proto__" is unknown'],
    [`${window}&constructor.prototype=1`, '"constructor.prototype" is unknown'],
    [`${window}&q=%E0%A4%A`, 'percent-encoding'],
    [Array.from({ length: 500 }, (_, n) => `p${n}=1`).join('&'), 'more than 32 parameters'],
    ['from=2026-11-22T00:00:00Z', 'to: '],
    [`${window}&limit=0`, 'limit: '],
    ['from=2026-11-22T12:00:00Z&to=2026-11-22T00:00:00Z&scope=prod:eu-west-1', '`from` is later'],
  ])('case %# is refused and named (H16, H17)', async (query, says) => {
    const { status, body } = await ask(`/api/events?${query}`);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      type: 'bad-request',
      detail: expect.stringContaining(says),
    });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(server.service.searches).toEqual([]);
  });

  test('a wrong filter is 400 with its place and reason', async () => {
    const { status, body } = await ask(
      `/api/events?${window}&q=${encodeURIComponent('user:alice AND (')}`,
    );
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      type: 'bad-filter',
      from: expect.any(Number),
      to: expect.any(Number),
    });
  });
});

describe('a body', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    '',
  ])('sent as "%s" (H20)', async (type) => {
    expect((await send('{"token":"x"}', { 'content-type': type })).status).toBe(415);
  });

  test.each([
    '{',
    'null',
    '[]',
    '"x"',
    'NaN',
    '\uFEFF{}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"token":"x","more":1}',
    '{"token":'.repeat(5000),
    `{"token":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  ])('that is not a plain object, case %# (H21, H22, H23)', async (body) => {
    const answer = await send(body);
    expect({ status: answer.status, type: typeOf(answer.body) }).toEqual({
      status: 400,
      type: 'bad-request',
    });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('of 65 KB, told or not; compressed (H24)', async () => {
    const large = JSON.stringify({ token: 'x'.repeat(65 * 1024) });
    expect((await send(large)).status).toBe(413);
    const chunk = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
    const head = request(`127.0.0.1:${server.port}`, '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    });
    expect((await raw(server.port, head + chunk)).status).toBe(413);
    const bomb = gzipSync(large).toString('latin1');
    expect((await send(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  test(
    'that arrives a byte a second is given up within 10 s (H28)',
    { timeout: 15_000 },
    async () => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write(
        request(`127.0.0.1:${server.port}`, '/api/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': '1000' },
        }),
      );
      const drip = setInterval(() => socket.write(' '), 1000);
      const start = timeGiven();
      const answer = await read(socket).finally(() => {
        clearInterval(drip);
      });
      expect(answer.status).toBe(408);
      expect(start()).toBeLessThan(10_000);
    },
  );
});

describe('failures', () => {
  test('an unexpected one tells the browser its id and the log its reason (H30)', async () => {
    server.service.failure = new Error('cannot read /home/someone/secret');
    const { status, body, headers } = await ask('/api/about');
    server.service.failure = undefined;
    expect(status).toBe(500);
    const { requestId } = JSON.parse(body) as { requestId: string };
    expect(headers.get('x-request-id')).toBe(requestId);
    expect(body).not.toContain('secret');
    expect(server.logged()).toContain('/home/someone/secret');
    expect(server.logged()).toContain(requestId);
  });

  test('one of ours is its own document, with Retry-After', async () => {
    server.service.failure = new ProblemError(
      problem('throttled', 'Wait.', { retryAfterMs: 2500 }),
    );
    const { status, body, headers } = await ask('/api/about');
    server.service.failure = undefined;
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('3');
    expect(JSON.parse(body)).toMatchObject({
      type: 'throttled',
      detail: 'Wait.',
      retryAfterMs: 2500,
    });
  });

  test('/readyz says whether the service answers; /healthz only that the server does', async () => {
    server.service.failure = new Error('down');
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    server.service.failure = undefined;
    expect((await ask('/readyz')).status).toBe(200);
  });

  test('/readyz is a problem while the archive does not answer, without its words; then ready again', async () => {
    server.service.unready = new Error('IO Error: /home/ada/events.duckdb');
    const { status, headers, body } = await ask('/readyz');
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ type: 'archive-failed', status: 503 });
    expect(body).not.toContain('/home');
    expect((await ask('/healthz')).status).toBe(200);
    server.service.unready = undefined;
    expect((await ask('/readyz')).status).toBe(200);
  });
});

test(
  'slow headers are cut while others are served (H27, shorter)',
  { timeout: 15_000 },
  async () => {
    const slow = Array.from({ length: 200 }, () => connect(server.port, '127.0.0.1'));
    const start = timeGiven();
    let cut = false;
    const drip = setInterval(() => {
      for (const socket of slow) socket.write('X-A: b\r\n');
    }, 500);
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\n');
    const all = Promise.all(slow.map((socket) => read(socket).finally(() => (cut = true))));
    expect((await ask('/healthz')).status).toBe(200);
    expect(cut).toBe(false);
    expect(start()).toBeLessThan(500);
    await all.finally(() => {
      clearInterval(drip);
    });
    expect(start()).toBeLessThan(limits.headersTimeout + 2000);
  },
);

test('the description names every route with its parameters', async () => {
  const { body } = await ask('/api/openapi.json', {
    headers: { 'sec-fetch-site': 'none', 'x-requested-by': '' },
  });
  const { openapi, paths } = JSON.parse(body) as {
    openapi: string;
    paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
  };
  expect(openapi).toBe('3.1.0');
  const named = Object.values(contract).map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  expect(Object.keys(paths)).toEqual([...new Set(named)]);
  expect(paths['/api/events']?.['get']?.parameters.map(({ name }) => name)).toEqual([
    'q',
    'from',
    'to',
    'scope',
    'limit',
    'cursor',
    'columns',
  ]);
});

test('violation reports are few, small and of their type (B12)', async () => {
  const report = (body: string, type = 'application/csp-report') =>
    ask('/csp', {
      method: 'POST',
      body,
      headers: { 'content-type': type, 'x-requested-by': '', origin: 'null' },
    });
  expect((await report('{"csp-report":{"blocked-uri":"inline\\r\\nlevel"}}')).status).toBe(204);
  expect((await report('x', 'text/plain')).status).toBe(415);
  expect((await report('x'.repeat(1_000_000))).status).toBe(413);
  const answers = await Promise.all(Array.from({ length: 30 }, () => report('{}')));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
});
