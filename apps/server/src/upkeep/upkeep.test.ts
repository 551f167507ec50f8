import { upkeepEndpoints, type VerifyFrame } from '@trailglass/api';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { serviceWithArchive } from '../../test/against-local.ts';
import { served } from '../../test/over-http.ts';
import { ago, DAY, record } from '../../test/records.ts';
import { framesOf, request } from '../../test/searches.ts';
import type { Place } from '../archive/protocol/protocol.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 60_000 });

const records = [1, 2, 3, 4].map((days) => record(days, days * DAY));

/** The whole server, with four events read. */
async function serverWithEvents(place: Place = { kind: 'memory' }) {
  const archive = await archiveIn(place);
  const { service } = await serviceWithArchive({ records, archive });
  await framesOf(service, request({ from: ago(10 * DAY) }));
  const origin = await served(service);
  const ask = (path: string, body?: object): Promise<Response> =>
    fetch(`${origin}${path}`, {
      headers: { 'x-requested-by': 'trailglass', 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  return { archive, ask };
}

const before = '2026-11-18T06:00:00.900+06:00';

test('delete what is older: seen first, refused when it has become another number, then gone', async () => {
  const { ask } = await serverWithEvents();
  const preview = await ask(`${upkeepEndpoints.older.path}?before=${encodeURIComponent(before)}`);
  expect(await preview.json()).toEqual({
    // Whole seconds, as events are listed by them.
    before: '2026-11-18T00:00:00Z',
    events: 2,
    scopes: 1,
    oldest: '2026-11-16T12:00:00Z',
    newest: '2026-11-17T12:00:00Z',
  });
  const refused = await ask(upkeepEndpoints.forget.path, { before, events: 1 });
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({
      type: 'bad-request',
      detail:
        'Before 2026-11-18T00:00:00Z there are 2 events now, not 1. Nothing was deleted; look at the new number and confirm it.',
    }),
  ]);
  const done = await ask(upkeepEndpoints.forget.path, { before, events: 2 });
  expect(await done.json()).toEqual({ events: 2 });
  expect(await (await ask('/api/archive')).json()).toMatchObject({ events: 2 });
});

test('a new archive is begun, and says where the one before lies; in memory there is none', async () => {
  const { ask } = await serverWithEvents(inFolder(emptyFolder()));
  const begun = await ask(upkeepEndpoints.begin.path, {});
  expect([begun.status, await begun.json()]).toEqual([
    200,
    { setAside: expect.stringContaining('quarantine'), lost: [] },
  ]);
  expect(await (await ask('/api/archive')).json()).toMatchObject({ events: 0 });
  const { ask: inMemory } = await serverWithEvents();
  expect((await inMemory(upkeepEndpoints.begin.path, {})).status).toBe(400);
});

test('verification ends with what was checked', async () => {
  const { ask } = await serverWithEvents();
  const answer = await ask(upkeepEndpoints.verify.path, {});
  const frames = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as VerifyFrame);
  expect(frames.at(-1)).toEqual({ type: 'end', checked: 4, wrong: 0, examples: [] });
});

test('not ready while the store does not answer; ready again by itself, also when it has died', async () => {
  const { archive, ask } = await serverWithEvents();
  expect((await ask('/readyz')).status).toBe(200);
  process.kill(archive.storePid()!, 'SIGSTOP');
  const down = await ask('/readyz');
  expect([down.status, await down.json()]).toEqual([
    503,
    expect.objectContaining({ type: 'archive-failed', status: 503 }),
  ]);
  expect((await ask('/healthz')).status).toBe(200);
  const readyAgain = () =>
    expect
      .poll(async () => (await ask('/readyz')).status, { timeout: 20_000, interval: 200 })
      .toBe(200);
  process.kill(archive.storePid()!, 'SIGCONT');
  await readyAgain();
  process.kill(archive.storePid()!, 'SIGKILL');
  await readyAgain();
});
