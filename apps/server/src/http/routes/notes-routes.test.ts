import { type EpochMs, secondOf } from '@trailglass/record';
import { type Client, noteEndpoints } from '@trailglass/api';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../test/against-archive.ts';
import { serviceAgainstLocal, type Setting } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';
import { record } from '../../../test/records.ts';

const { notes, saveNote } = noteEndpoints;
const records = [record(1, 60), record(2, 120)];
const idOf = (at: number): string => String(records[at]?.['eventID']);
const on = (at: number) => ({ account: '111122223333', region: 'eu-west-1', eventId: idOf(at) });

async function clientWith(setting: Setting): Promise<Client> {
  const { service } = await serviceAgainstLocal({ records, ...setting });
  return clientOf(service);
}

test('a bookmark and a note are kept with the archive, survive it, and are deleted', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const client = await clientWith({ archive });
  expect(await client.call(notes, {})).toEqual({ notes: [] });
  const text = `<b>x</b> '; DROP TABLE notes; -- \u202E\n夜間`;
  const marked = await client.call(saveNote, { body: { ...on(0), bookmarked: true, text: '' } });
  expect(marked.note).toMatchObject({ ...on(0), bookmarked: true, text: '' });
  const { version } = marked.note ?? {};
  const body = { ...on(0), bookmarked: true, text, version };
  const written = await client.call(saveNote, { body });
  expect(written.note).toMatchObject({ text, made: marked.note?.made });
  await client.call(saveNote, { body: { ...on(1), bookmarked: false, text: 'other' } });

  await archive.close();
  const again = await clientWith({ archive: await archiveIn(inFolder(folder)) });
  const kept = await again.call(notes, {});
  expect(kept.notes.map((note) => note.text).sort()).toEqual([text, 'other'].sort());
  const first = kept.notes.find(({ eventId }) => eventId === idOf(0));
  expect(first).toMatchObject({ about: { eventName: records[0]?.['eventName'] } });
  const gone = { ...on(0), bookmarked: false, text: ' \n', version: first?.version };
  expect(await again.call(saveNote, { body: gone })).toEqual({});
  expect((await again.call(notes, {})).notes).toHaveLength(1);
});

test('of two that change the same note the second is told, and nothing is lost', async () => {
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
  const write = (text: string, version?: string) =>
    client.call(saveNote, {
      body: { ...on(0), bookmarked: true, text, ...(version !== undefined && { version }) },
    });
  const conflict = { problem: { type: 'conflict', status: 409 } };
  const both = await Promise.allSettled([write('one'), write('two')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [{ text, version } = {}] = (await client.call(notes, {})).notes;
  await expect(write('three')).rejects.toMatchObject(conflict);
  const next = await write(`${text}, more`, version);
  await expect(write('late', version)).rejects.toMatchObject(conflict);
  const deleted = { ...on(0), bookmarked: false, text: '', version: next.note?.version };
  await client.call(saveNote, { body: deleted });
  await write('new');
  await expect(write('late', next.note?.version)).rejects.toMatchObject(conflict);
  expect((await client.call(notes, {})).notes).toMatchObject([{ text: 'new' }]);
});

test('a note outlives its event, and says that it is no longer kept', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const client = await clientWith({ archive });
  // Reading keeps it.
  const window = { from: '2026-11-01T00:00:00Z', to: '2026-11-20T12:00:00Z' };
  const stream = client.events({ q: '', ...window, scopes: ['111122223333:eu-west-1'] });
  for await (const frame of stream) expect(frame.type).not.toBe('problem');
  await client.call(saveNote, { body: { ...on(0), bookmarked: false, text: 'the first step' } });
  expect((await client.call(notes, {})).notes).toMatchObject([{ kept: true }]);
  await archive.upkeep.forget(
    secondOf(Date.parse('2026-11-20T12:00:00Z') as EpochMs),
    records.length,
  );
  const { notes: left } = await client.call(notes, {});
  expect(left).toMatchObject([{ kept: false, text: 'the first step' }]);
  const [{ version } = {}] = left;
  const more = { ...on(0), bookmarked: true, text: 'still mine', version };
  expect((await client.call(saveNote, { body: more })).note).toMatchObject({ text: 'still mine' });
});

test('too much, what cannot be shown, and events that are none are refused', async () => {
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
  const write = (text: string, eventId = idOf(0)) =>
    client.call(saveNote, { body: { ...on(0), eventId, bookmarked: true, text } });
  const refused = { problem: { type: 'bad-request' } };
  await expect(write('x'.repeat(4001))).rejects.toMatchObject(refused);
  await expect(write('a\u0000b')).rejects.toMatchObject(refused);
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(write('x', unknown)).rejects.toMatchObject({ problem: { type: 'not-found' } });
  expect(await client.call(notes, {})).toEqual({ notes: [] });
});

test('without an archive nothing can be noted, and that is said', async () => {
  const client = await clientWith({});
  await expect(client.call(notes, {})).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('keeps nothing') },
  });
});

test('notes come back from a file: what is missing is added, what differs is told and left', async () => {
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
  const save = (at: number, bookmarked: boolean, text: string) =>
    client.call(saveNote, { body: { ...on(at), bookmarked, text } });
  await save(0, true, 'mine');
  await save(1, true, '');
  const times = { eventTime: '2026-10-01T00:00:00Z', made: '2026-10-02T00:00:00Z' };
  const given = (eventId: string, text: string, bookmarked = false) => ({
    ...on(0),
    ...times,
    eventId,
    changed: '2026-10-03T00:00:00Z',
    about: {},
    text,
    bookmarked,
  });
  const gone = given('gone-from-history', '<img src=x>', true);
  const file = [given(idOf(0), 'theirs'), given(idOf(1), 'words'), gone, given('nothing', ' \n')];
  const { importNotes } = noteEndpoints;
  expect(await client.call(importNotes, { body: { notes: file } })).toEqual({
    added: 1,
    completed: 1,
    same: 1,
    left: 0,
    differing: [on(0)],
  });
  const kept = (await client.call(notes, {})).notes;
  const of = (eventId: string) => kept.find((note) => note.eventId === eventId);
  expect(kept).toHaveLength(3);
  expect(of(idOf(0))).toMatchObject({ text: 'mine', bookmarked: true });
  expect(of(idOf(1))).toMatchObject({ text: 'words', bookmarked: true });
  expect(of('gone-from-history')).toMatchObject({ ...gone, kept: false });
  // Again, and as it was exported: nothing changes.
  const same = await client.call(importNotes, { body: { notes: kept } });
  expect(same).toMatchObject({ added: 0, completed: 0, same: 3, differing: [] });
  const odd = { notes: [{ ...gone, account: '../x' }] };
  await expect(client.call(importNotes, { body: odd })).rejects.toMatchObject({
    problem: { type: 'bad-request' },
  });
});
