import { type Client, viewEndpoints } from '@trailglass/api';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../test/against-archive.ts';
import { serviceAgainstLocal, type Setting } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';

const { views, saveView, deleteView } = viewEndpoints;

async function clientWith(setting: Setting): Promise<Client> {
  const { service } = await serviceAgainstLocal(setting);
  return clientOf(service);
}

test('views are kept with the archive, in order, replaced by name, and deleted', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const client = await clientWith({ archive });
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
  const again = await clientWith({ archive: await archiveIn(inFolder(folder)) });
  expect(await again.call(views, {})).toEqual({ views: left });
});

test('two at once are both kept; more than a hundred are refused, and nothing changes', async () => {
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
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
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
  for (const name of ['', '   ', 'a\nb', 'safe\u202Eexe', 'x'.repeat(81)])
    await expect(
      client.call(saveView, { body: { views: [{ name, search: '' }] } }),
    ).rejects.toMatchObject({ problem: { type: 'bad-request' } });
});

test('without an archive nothing can be saved, and that is said', async () => {
  const client = await clientWith({});
  await expect(client.call(views, {})).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('keeps nothing') },
  });
});
