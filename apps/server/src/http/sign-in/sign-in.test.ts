import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RawAnswer, raw, request } from '../test/raw.ts';
import { testServer, type TestServer } from '../test/parts.ts';

let server: TestServer;
let host: string;
beforeEach(async () => {
  server = await testServer({ signIn: true });
  host = `127.0.0.1:${server.port}`;
});
afterEach(() => server.close());

const link = (): string => server.door?.link.issue() ?? '';
const ask = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  raw(server.port, request(host, target, { method, headers }));
const signIn = (token: unknown, headers: Record<string, string> = {}) =>
  raw(
    server.port,
    request(host, '/api/session', { method: 'POST', headers, body: JSON.stringify({ token }) }),
  );

interface Session {
  readonly cookie: string;
  readonly 'x-session': string;
}
function sessionOf(answer: RawAnswer): Session {
  const { session } = JSON.parse(answer.body) as { session: string };
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-session': session };
}
const about = async (headers: Partial<Session>): Promise<number> =>
  (await ask('/api/about', { ...headers })).status;

test('the link’s token becomes a session of two halves', async () => {
  const answer = await signIn(link());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toMatch(
    new RegExp(
      `^__Host-trailglass-${server.port}=[\\w-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$`,
    ),
  );
  const session = sessionOf(answer);
  expect(session['x-session']).toMatch(/^[\w-]{43}$/);
  expect(answer.body).not.toContain(session.cookie.split('=')[1]);
  expect(await about(session)).toBe(200);
});

test.each(['/api/about', '/api/events', '/api/events/a/b/c'])(
  'without a session %s answers 401',
  async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({
      type: 'sign-in-needed',
      detail: expect.stringContaining('terminal'),
    });
    expect(server.service.searches).toEqual([]);
  },
);

test.each(['/healthz', '/readyz', '/api/openapi.json'])('%s needs none', async (target) => {
  expect((await ask(target)).status).toBe(200);
});

test.each(['/API/EVENTS', '/api/events/'])('%s is no way around it (H13)', async (target) => {
  expect((await ask(target)).status).toBe(404);
});

test('one half, or halves of two sessions, are nothing (A08, B03)', async () => {
  const one = sessionOf(await signIn(link()));
  const two = sessionOf(await signIn(link()));
  expect(await about({ cookie: one.cookie })).toBe(401);
  expect(await about({ 'x-session': one['x-session'] })).toBe(401);
  expect(await about({ cookie: one.cookie, 'x-session': two['x-session'] })).toBe(401);
  expect(await about({ cookie: one.cookie, 'x-session': '' })).toBe(401);
  expect(await about(one)).toBe(200);
});

test('two cookies of the name are someone else’s doing (A09)', async () => {
  const session = sessionOf(await signIn(link()));
  const name = session.cookie.split('=')[0];
  expect(await about({ ...session, cookie: `${name}=x; ${session.cookie}` })).toBe(401);
  expect(await about({ ...session, cookie: `other=x; ${session.cookie}` })).toBe(200);
});

test('what a client brings along does not become its session (A06)', async () => {
  const session = sessionOf(
    await signIn(link(), { cookie: `__Host-trailglass-${server.port}=mine`, 'x-session': 'mine' }),
  );
  expect(session.cookie).not.toContain('mine');
  expect(
    await about({
      cookie: `__Host-trailglass-${server.port}=mine`,
      'x-session': session['x-session'],
    }),
  ).toBe(401);
});

describe('a token', () => {
  test('works once; the session it made stays (A02)', async () => {
    const token = link();
    const session = sessionOf(await signIn(token));
    expect((await signIn(token)).status).toBe(401);
    expect(await about(session)).toBe(200);
  });

  test('is void when a new one is issued', async () => {
    const before = link();
    link();
    expect((await signIn(before)).status).toBe(401);
  });

  test.each(['', ' ', null, [], 7, 'x'.repeat(5000), 'almost'])(
    '%j is none (A01)',
    async (token) => {
      link();
      const { status, body } = await signIn(token);
      expect(status).toBe(401);
      expect(JSON.parse(body)).toMatchObject({
        type: 'sign-in-needed',
        detail: expect.stringContaining('new one'),
      });
    },
  );

  test('in the query is refused and void from then on (A04)', async () => {
    const token = link();
    const { status, body } = await ask(`/?k=${token}`);
    expect(status).toBe(400);
    expect(body).not.toContain(token);
    expect((await signIn(token)).status).toBe(401);
    expect(server.logged()).not.toContain(token);
  });
});

test('after five failures a minute: 429, whoever else it says to be (A15, A23)', async () => {
  for (let n = 0; n < 5; n += 1) {
    expect((await signIn('wrong', { 'x-forwarded-for': `10.0.0.${n}` })).status).toBe(401);
  }
  const { status, headers } = await signIn(link(), { 'x-forwarded-for': '10.1.1.1' });
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

test('guessing sessions ends in 429, and the session in use is served on (A07)', async () => {
  const session = sessionOf(await signIn(link()));
  const guess = () =>
    about({ cookie: `__Host-trailglass-${server.port}=${Math.random()}`, 'x-session': 'x' });
  const answers = await Promise.all(Array.from({ length: 150 }, guess));
  expect(new Set(answers)).toEqual(new Set([401, 429]));
  expect(await about(session)).toBe(200);
});

test('signing out ends it everywhere (B22)', async () => {
  const session = sessionOf(await signIn(link()));
  const { status, headers } = await ask('/api/session', { ...session }, 'DELETE');
  expect(status).toBe(200);
  expect(headers.get('set-cookie')).toContain('Max-Age=0');
  expect(await about(session)).toBe(401);
});

test('the log never holds a secret (L02)', async () => {
  const token = link();
  const session = sessionOf(await signIn(token));
  server.service.failure = new Error('fails');
  expect(await about(session)).toBe(500);
  for (const secret of [token, session['x-session'], session.cookie.split('=')[1] ?? '']) {
    expect(server.logged()).not.toContain(secret);
  }
});
