import { DuckDBInstance } from '@duckdb/node-api';
import { readEvent, type EpochMs } from '@trailglass/record';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { NOW, record, scope } from '../../../../test/records.ts';
import { never } from '../../../../test/searches.ts';
import type { Archive } from '../../archive.ts';
import type { Listed } from '../../stored-event.ts';
import { timeGiven } from '../../../../test/time-given.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 60_000 });

const listed = (id: number, more: object = {}, beside: object = {}): Listed => {
  const inner = record(id, id, { ...more });
  const EventTime = new Date(NOW - id * 1000);
  const { event } = readEvent(
    { EventId: inner.eventID, EventTime, CloudTrailEvent: JSON.stringify(inner), ...beside },
    scope,
  );
  return { event: event!, at: EventTime.getTime() as EpochMs };
};
const verified = (archive: Archive) => archive.upkeep.verify(() => undefined, never);
const idOf = (id: number): string => record(id, 0).eventID;

/** Everything that AWS may deliver, the flawed included. */
const odd = [
  listed(1, {}, { Username: 'alice', Resources: [{ ResourceType: 'T', ResourceName: 'N' }] }),
  listed(2, { userAgent: 'quote \' " ; \u2028 \u0000 \ud800', errorCode: '' }),
  listed(3, {}, { CloudTrailEvent: '{"eventID": "x", "a":1}' }),
  listed(4, {}, { CloudTrailEvent: undefined }),
  listed(5, { eventTime: '2026-11-20T11:00:00.250Z', resources: [{ ARN: 'a' }, { ARN: 'a' }] }),
  listed(6, {}, { CloudTrailEvent: 'no JSON' }),
  listed(7, { n: 12_345_678_901_234_567_890n.toString(), sourceIPAddress: { odd: true } }),
];

test('what was written is found sound, odd and flawed as AWS delivered it', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  await archive.write(scope, odd);
  expect(await verified(archive)).toEqual({ checked: odd.length, wrong: 0, examples: [] });
});

test('what was changed in the file is found, with the event and what is wrong with it', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const written = Array.from({ length: 20 }, (_, n) => listed(10 + n));
  await archive.write(scope, written);
  await archive.close();
  const instance = await DuckDBInstance.create(join(folder, 'events.duckdb'));
  const connection = await instance.connect();
  const change = (id: number, what: string) =>
    connection.run(`UPDATE events SET ${what} WHERE event_id = '${idOf(id)}'`);
  await change(10, `record = record[:100]`);
  await change(11, `event_id = '00000000-0000-4000-8000-999999999999'`);
  await change(12, `time_ms = time_ms + 60000`);
  await change(13, `event_name = 'DeleteTrail'`);
  await change(14, `envelope = 'nothing'`);
  await connection.run(`INSERT INTO events SELECT * FROM events WHERE event_id = '${idOf(15)}'`);
  connection.closeSync();
  instance.closeSync();

  const { checked, wrong, examples } = await verified(await archiveIn(inFolder(folder)));
  expect([checked, wrong]).toEqual([21, 6]);
  const flaws = Object.fromEntries(examples.map(({ eventId, flaw }) => [eventId, flaw]));
  expect(flaws).toEqual({
    [idOf(10)]: 'The record is not JSON.',
    '00000000-0000-4000-8000-999999999999': `The record is of another event, ${idOf(11)}.`,
    [idOf(12)]: 'The column time_ms says something else than the record.',
    [idOf(13)]: 'The column event_name says something else than the record.',
    [idOf(14)]: expect.stringMatching(/^It cannot be read: /),
    [idOf(15)]: 'It is there 2 times.',
  });
  expect(examples[0]).toMatchObject({ ...scope, listedMs: NOW - 10_000 });
});

test('it says how far it is, lets others ask meanwhile, and ends when nobody waits for it', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  for (let at = 0; at < 30_000; at += 5_000)
    await archive.write(
      scope,
      Array.from({ length: 5_000 }, (_, n) => listed(at + n)),
    );
  const said: number[] = [];
  const leaving = new AbortController();
  const long = archive.upkeep.verify(({ checked, of }) => {
    expect(of).toBe(30_000);
    said.push(checked);
    if (said.length === 3) leaving.abort();
  }, leaving.signal);
  const begun = timeGiven();
  await archive.event(scope, idOf(7), undefined, never);
  const waited = begun();
  await expect(long).rejects.toThrow(/abort/i);
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  expect(said.at(-1)).toBeLessThan(30_000);
  expect(waited).toBeLessThan(2_000);
  expect((await archive.summary()).events).toBe(30_000);
});
