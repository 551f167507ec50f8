import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { loadRecords } from './load-records.ts';
import { SkippedRecords } from './skipped.ts';

const root = mkdtempSync(join(tmpdir(), 'zips-'));
afterAll(() => rmSync(root, { recursive: true }));

const line = (eventID: string): string =>
  `{"eventID":"${eventID}","eventTime":"2026-06-01T12:00:00Z","awsRegion":"us-east-1"}`;

type Files = Readonly<Record<string, string | Buffer>>;

function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  return buffer(zip.outputStream);
}

async function load(zip: Buffer) {
  const file = join(mkdtempSync(join(root, 'x')), 'it.zip');
  writeFileSync(file, zip);
  const skipped = new SkippedRecords();
  const ids: string[] = [];
  await loadRecords([file], skipped, ({ event }) => ids.push(event.id));
  const reasons = skipped
    .list()
    .map(({ source, line, reason }) => `${source.slice(file.length)}:${line} ${reason}`);
  return { ids, reasons };
}

const digest = (text: string) => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
});

const records = `${line('1')}\n${line('2')}\n`;
const notes = '{"notes":[]}';
const digests = { 'records.ndjson': digest(records), 'notes.json': digest(notes) };

/** A bundle of two records, and what of it is to be otherwise. */
const bundle = (files: Files = {}, manifest: object = {}): Promise<Buffer> =>
  zipOf({
    'records.ndjson': records,
    'notes.json': notes,
    'manifest.json': JSON.stringify({
      format: 'trailglass-evidence/1',
      files: digests,
      ...manifest,
    }),
    ...files,
  });

/** The same length, wherever it stands: in the list of contents and before the file. */
const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

test('the log files in a ZIP are read as those in a folder are, zipped or not', async () => {
  const zip = await zipOf({
    'AWSLogs/b.json.gz': gzipSync(`{"Records":[${line('b1')},${line('b2')}]}`),
    'AWSLogs/a.json': `{"Records":[${line('a')}]}`,
    'c.ndjson': `${line('c')}\n{"eventID":"x",\n`,
    'README.md': 'not a record file',
    '__MACOSX/._c.ndjson': 'nor this',
  });
  expect(await load(zip)).toEqual({
    ids: ['a', 'b1', 'b2', 'c'],
    reasons: ['/c.ndjson:2 is not JSON'],
  });
});

test('an evidence bundle is its records, once all of it is what its manifest says', async () => {
  expect(await load(await bundle())).toEqual({ ids: ['1', '2'], reasons: [] });
});

test.each([
  ['a changed record', { 'records.ndjson': `${line('1')}\n${line('3')}\n` }, {}, 'changed after'],
  ['a changed note', { 'notes.json': '{"notes":[{}]}' }, {}, 'notes.json is not what'],
  ['a file more', { 'more.ndjson': line('4') }, {}, 'more.ndjson is in it, and not in its'],
  ['a manifest that is none', { 'manifest.json': '{' }, {}, 'manifest.json is not JSON'],
  ['another version', {}, { format: 'trailglass-evidence/2' }, 'of another version'],
  ['no digests', {}, { files: { 'records.ndjson': {} } }, 'not what an export writes'],
  ['nothing of the records', {}, { files: {} }, 'says nothing of records.ndjson'],
  ['a file less', {}, { files: { ...digests, 'gone.txt': digest('') } }, 'gone.txt is missing'],
])('a bundle with %s is not served, and the reason is said', async (_, files, manifest, why) => {
  const { ids, reasons } = await load(await bundle(files, manifest));
  expect(ids).toEqual([]);
  expect(reasons).toEqual([expect.stringContaining(why)]);
  expect(reasons[0]).toMatch(/^:1 cannot be read: /);
});

test('a ZIP that is cut off, damaged, encrypted or empty says so', async () => {
  const zip = await zipOf({ 'a.ndjson': `${line('a')}\n`.repeat(50) });
  const failing = async (bytes: Buffer): Promise<string> => {
    const { ids, reasons } = await load(bytes);
    expect(ids).toEqual([]);
    return reasons.join();
  };
  expect(await failing(zip.subarray(0, 100))).toContain('was it copied whole?');
  const flipped = Buffer.from(zip);
  flipped[60] = flipped[60]! ^ 0xff;
  expect(await failing(flipped)).toContain('a.ndjson is damaged');
  const encrypted = Buffer.from(zip);
  const listed = encrypted.lastIndexOf('PK\x01\x02');
  encrypted[listed + 8] = encrypted[listed + 8]! | 1;
  expect(await failing(encrypted)).toContain('a.ndjson is encrypted');
  expect(await failing(await zipOf({}))).toContain('there is no .json, .ndjson or .jsonl file');
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(10, listed + 24);
  expect(await failing(lying)).toContain('a.ndjson is damaged');
});

test('names that lead elsewhere, come twice or talk to the terminal do no harm', async () => {
  const zip = await zipOf({ 'aa/b.ndjson': line('1'), 'cc/b.ndjson': line('2') });
  const { ids, reasons } = await load(renamed(zip, 'aa/b.ndjson', '../b.ndjson'));
  expect(ids).toEqual([]);
  expect(reasons).toEqual([expect.stringContaining('a name that leads elsewhere')]);
  expect((await load(renamed(zip, 'aa/b', '/a/b'))).reasons.join()).toContain('leads elsewhere');
  expect((await load(renamed(zip, 'aa/', 'cc/'))).reasons.join()).toContain('is in it twice');
  const red = await load(await zipOf({ '\u001b[31m\n.ndjson': '{}' }));
  expect(red.reasons.join()).toMatch(/^\/\uFFFD\[31m\uFFFD.ndjson:1 has no eventID$/);
});

test('a small file that would grow large is not unpacked, whatever it says of itself', async () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024, ' ');
  const { ids, reasons } = await load(await zipOf({ 'a.ndjson': zeros }));
  expect(ids).toEqual([]);
  expect(reasons).toEqual([expect.stringContaining('more than 200 times as large')]);
  const nested = await load(await zipOf({ 'a.ndjson.gz': gzipSync(zeros) }));
  expect(nested.reasons).toEqual([expect.stringContaining('more than 200 times as large')]);
});
