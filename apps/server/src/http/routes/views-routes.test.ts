import { Client, viewEndpoints } from '@trailglass/api';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../../test/against-local.ts';
import { serve } from '../serve.ts';

const { views, saveView, deleteView } = viewEndpoints;

async function clientOf(setting: Parameters<typeof serviceAgainstLocal>[0]): Promise<Client> {
  const { service } = await serviceAgainstLocal(setting);
  const { port, close } = await serve({
    service,
    log: pino({ level: 'silent' }),
    listen: { bind: '127.0.0.1', port: 0, publicOrigins: [] },
    signIn: false,
    webFolder: '/nowhere',
  });
  onTestFinished(close);
  return new Client(`http://127.0.0.1:${port}`);
}

test('views are kept with the archive, in order, replaced by name, and deleted', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const client = await clientOf({ archive });
  expect(await client.call(views, {})).toEqual({ views: [] });
  const odd = ['__proto__', "'; DROP TABLE views; --", '<b>x</b>', '夜間'];
  const first = odd.map((name, at) => ({ name, search: `?q=${at}` }));
  await client.call(saveView, { body: { views: first } });
  const changed = { name: '__proto__', search: '' };
  await client.call(saveView, { body: { views: [changed] } });
  await client.call(deleteView, { body: { name: '<b>x</b>' } });
  const left = [changed, first[1], first[3]];
  expect(await client.call(views, {})).toEqual({ views: left });

  await archive.close();
  const again = await clientOf({ archive: await archiveIn(inFolder(folder)) });
  expect(await again.call(views, {})).toEqual({ views: left });
});

test('two at once are both kept; more than a hundred are refused, and nothing changes', async () => {
  const client = await clientOf({ archive: await archiveIn({ kind: 'memory' }) });
  const named = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `view ${from + at}`, search: '' }));
  await Promise.all([
    client.call(saveView, { body: { views: named(0, 50) } }),
    client.call(saveView, { body: { views: named(50, 50) } }),
  ]);
  await expect(client.call(saveView, { body: { views: named(100, 1) } })).rejects.toMatchObject({
    problem: { type: 'bad-request', detail: expect.stringContaining('100 views') },
  });
  expect((await client.call(views, {})).views).toHaveLength(100);
});

test('a name that cannot be read is refused', async () => {
  const client = await clientOf({ archive: await archiveIn({ kind: 'memory' }) });
  for (const name of ['', '   ', 'a\nb', 'safe\u202Eexe', 'x'.repeat(81)])
    await expect(
      client.call(saveView, { body: { views: [{ name, search: '' }] } }),
    ).rejects.toMatchObject({ problem: { type: 'bad-request' } });
});

test('without an archive nothing can be saved, and that is said', async () => {
  const client = await clientOf({});
  await expect(client.call(views, {})).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('keeps nothing') },
  });
});
