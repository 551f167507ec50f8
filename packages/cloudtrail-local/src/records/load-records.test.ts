import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { loadRecords } from './load-records.ts';
import { OwnIds } from './own-ids.ts';
import type { LoadedRecord } from './loaded-record.ts';
import { redate } from './redate.ts';
import { SkippedRecords } from './skipped.ts';

const root = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(root, { recursive: true }));

const line = (eventID: string, more = '') =>
  `{"eventID":"${eventID}","eventTime":"2026-06-01T12:00:00Z","awsRegion":"us-east-1"${more}}`;

async function load(files: Readonly<Record<string, string | Buffer>>, own?: OwnIds) {
  const folder = mkdtempSync(join(root, 'x'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const skipped = new SkippedRecords();
  const records: LoadedRecord[] = [];
  await loadRecords([folder], skipped, (record) => records.push(record), own);
  const named = skipped.list().map(({ source, line, reason, count }) => ({
    file: source.slice(folder.length + 1),
    ...(line !== undefined && { line }),
    ...(count > 1 && { count }),
    reason,
  }));
  return { records, ids: records.map(({ event }) => event.id), skipped: named };
}

test('every form of file is read, zipped or not, folders of them recursively', async () => {
  const { ids, skipped } = await load({
    'a.json': `{"Records":[${line('a')}]}`,
    'deep/er/b.json.gz': gzipSync(`{"Records":[${line('b1')},${line('b2')}]}`),
    'c.ndjson': `${line('c1')}\n\n${line('c2', ',"s":"\u2028"')}\r\n${line('c3')}`,
    'd.jsonl.gz': gzipSync(`${line('d')}\n`),
    'e.json': `[${line('e')}]`,
    'f.json': `{"Events":[{"EventId":"f","CloudTrailEvent":${JSON.stringify(line('f'))}}]}`,
    'README.md': 'not a record file',
    'z.json': '{"Records":[]}',
  });
  expect(ids).toEqual(['a', 'c1', 'c2', 'c3', 'd', 'b1', 'b2', 'e', 'f']);
  expect(skipped).toEqual([]);
});

test('what AWS said beside an event is kept', async () => {
  const item = {
    Username: 'from AWS',
    Resources: [{ ResourceType: 'AWS::EC2::Ami', ResourceName: 'ami-1' }],
    CloudTrailEvent: line('x'),
  };
  const { records } = await load({ 'x.json': JSON.stringify({ Events: [item] }) });
  expect(records[0]?.event.envelope).toMatchObject({
    username: 'from AWS',
    resources: [{ type: 'AWS::EC2::Ami', name: 'ami-1' }],
  });
});

test('a record that cannot be served costs only itself, and is named by file, line and reason', async () => {
  const { ids, skipped } = await load({
    'lines.ndjson': [
      '{"eventTime":"2026-06-01T12:00:00Z","awsRegion":"us-east-1"}',
      '{"eventID":"x","eventTime":"yesterday","awsRegion":"us-east-1"}',
      '{"eventID":"x","eventTime":"2026-06-01T12:00:00Z"}',
      '{"eventID":"x",',
      '"a string"',
      line('deep', `,"n":${'['.repeat(300)}${']'.repeat(300)}`),
      line('whole'),
    ].join('\n'),
    'torn.json': `{"Records":[\n${line('first')},\n{"eventID":`,
    'torn.json.gz': gzipSync(line('x')).subarray(0, 40),
    'wrong.json': '{"Records":{}}',
  });
  expect(ids).toEqual(['whole', 'first']);
  expect(skipped).toEqual([
    { file: 'lines.ndjson', line: 1, reason: 'has no eventID' },
    { file: 'lines.ndjson', line: 2, reason: 'has no readable eventTime' },
    { file: 'lines.ndjson', line: 3, reason: 'has no awsRegion, so no Region lists it' },
    { file: 'lines.ndjson', line: 4, reason: 'is not JSON' },
    { file: 'lines.ndjson', line: 5, reason: 'is not a JSON object' },
    { file: 'lines.ndjson', line: 6, reason: expect.stringContaining('nested deeper') as string },
    { file: 'torn.json', line: 3, reason: 'is not JSON' },
    { file: 'torn.json.gz', line: 1, reason: expect.stringContaining('cannot be read') as string },
    { file: 'wrong.json', line: 1, reason: 'has Records that are not a list' },
  ]);
});

test('a record without an eventID, or with that of one before it, gets its own where that is asked for, and nothing else changes', async () => {
  const rest = '"eventTime" : "2026-06-01T12:00:00Z","awsRegion":"us-east-1","n":9007199254740993';
  const files = {
    'a.ndjson': [
      `{"eventID":"1",${rest}}`,
      `{${rest}, "eventID" : "1","in":{"eventID":"1"}}`,
      `{ ${rest}}`,
      `{"eventID":"2",${rest}}`,
    ].join('\n'),
  };
  const own = new OwnIds();
  const { records, ids, skipped } = await load(files, own);
  expect(skipped).toEqual([]);
  expect(own.given).toBe(2);
  expect(new Set(ids).size).toBe(4);
  expect([ids[0], ids[3]]).toEqual(['1', '2']);
  const [, second = '', third = ''] = ids;
  expect(second).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(records.map(({ event }) => event.text)).toEqual([
    `{"eventID":"1",${rest}}`,
    `{${rest}, "eventID" : "${second}","in":{"eventID":"1"}}`,
    `{"eventID":"${third}", ${rest}}`,
    `{"eventID":"2",${rest}}`,
  ]);
  expect((await load(files, new OwnIds())).ids).toEqual(ids);
});

test('many of one kind are counted, not listed', async () => {
  const { skipped } = await load({ 'a.ndjson': '{}\n'.repeat(1000) });
  expect(skipped).toHaveLength(21);
  expect(skipped.at(-1)).toEqual({ file: 'a.ndjson', count: 980, reason: 'has no eventID' });
});

test('a path that is not there stops the start', async () => {
  const missing = loadRecords([join(root, 'nowhere')], new SkippedRecords(), () => {});
  await expect(missing).rejects.toThrow(/nowhere cannot be read: ENOENT/);
});

test('redating moves all by one constant, the newest to now, and changes nothing else in the text', async () => {
  const { records } = await load({
    'a.ndjson': [
      '{"eventID":"old", "awsRegion":"us-east-1","eventTime" :"2020-01-01 00:00:00.25" ,"n":9007199254740993,"in":{"eventTime":"x"}}',
      '{"eventID":"new","awsRegion":"us-east-1","eventTime":"2020-01-02T00:00:00Z"}',
    ].join('\n'),
  });
  const now = Date.parse('2026-06-01T12:00:00.7Z');
  const [old, newest] = redate(records, now);
  expect(newest?.event).toMatchObject({
    time: Date.parse('2026-06-01T12:00:00Z'),
    text: '{"eventID":"new","awsRegion":"us-east-1","eventTime":"2026-06-01T12:00:00Z"}',
  });
  expect(old?.event).toMatchObject({
    time: Date.parse('2026-05-31T12:00:00.25Z'),
    text: '{"eventID":"old", "awsRegion":"us-east-1","eventTime" :"2026-05-31T12:00:00.250Z" ,"n":9007199254740993,"in":{"eventTime":"x"}}',
  });
});
