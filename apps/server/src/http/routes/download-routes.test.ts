import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../test/parts.ts';
import { raw, request } from '../test/raw.ts';
import { timeGiven } from '../../../test/time-given.ts';

let server: TestServer;
let locked: TestServer;
beforeAll(async () => {
  server = await testServer();
  locked = await testServer({ signIn: true });
});
afterAll(async () => {
  await server.close();
  await locked.close();
});

/** As a browser follows a link of the page: none of the API's own headers. */
const fetched = (to: TestServer, options: Parameters<typeof request>[2] = {}, path = 't-1') =>
  raw(
    to.port,
    request(`127.0.0.1:${to.port}`, `/download/${path}`, {
      ...options,
      headers: { 'x-requested-by': 'nobody', ...options.headers },
    }),
  );

test('a file comes as an attachment with its name, never as a page', async () => {
  server.service.file = async function* file() {
    yield Buffer.from('a,b\r\n');
    yield Buffer.from('1,2\r\n');
  };
  const { status, headers, body } = await fetched(server);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="cloudtrail-events.csv"',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(body).toContain('a,b\r\n');
  expect(body).toMatch(/\r\n0\r\n/);
});

test.each(['cross-site', 'same-site', 'none'])(
  'a link on another site (%s) gets nothing',
  async (site) => {
    const headers = {
      'sec-fetch-site': site,
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await fetched(server, { headers })).status).toBe(403);
  },
);

test('looking is not fetching: HEAD is refused, and other paths are no pages', async () => {
  expect((await fetched(server, { method: 'HEAD' })).status).toBe(405);
  expect((await fetched(server, {}, 't-1/more')).status).toBe(404);
});

test('where sign-in is on, a ticket is nothing without the cookie of a session', async () => {
  expect((await fetched(locked)).status).toBe(401);
  const asker = { headers: {}, socket: {} } as IncomingMessage;
  const { cookie } = locked.door!.enter(asker, locked.door!.link.issue());
  const name = `__Host-trailglass-${locked.port}`;
  expect((await fetched(locked, { headers: { cookie: `${name}=${cookie}` } })).status).toBe(200);
  expect((await fetched(locked, { headers: { cookie: `${name}=${cookie}x` } })).status).toBe(401);
});

test('one that cannot be finished breaks off: nobody takes it for whole', async () => {
  server.service.file = async function* broken() {
    yield Buffer.from('a,b\r\n');
    throw new Error('the disk is gone');
  };
  const { body } = await fetched(server);
  // The last chunk of a whole answer is empty.
  expect(body).not.toMatch(/\r\n0\r\n/);
});

test('a connection that closes ends the making, and a slow one slows it', async () => {
  let made = 0;
  const ended = new EventEmitter();
  server.service.file = async function* endless(signal) {
    try {
      for (;;) {
        signal.throwIfAborted();
        made += 1;
        yield Buffer.alloc(64 * 1024);
      }
    } finally {
      ended.emit('ended');
    }
  };
  const socket = connect(server.port, '127.0.0.1');
  socket.write(request(`127.0.0.1:${server.port}`, '/download/t-1'));
  // Until the way is full, and then no more.
  await expect
    .poll(
      async () => {
        const before = made;
        await sleep(300);
        return before > 0 && made === before;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  const begun = timeGiven();
  socket.destroy();
  await once(ended, 'ended');
  expect(begun()).toBeLessThan(1_000);
});
