import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseFilter } from '@trailglass/query';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { fromBufferPromise } from 'yauzl';
import { emptyFolder } from '../../test/against-archive.ts';
import { serviceWithArchive } from '../../test/against-local.ts';
import { record } from '../../test/records.ts';
import { ask, downloaded } from '../../test/downloaded.ts';

const program = join(import.meta.dirname, '../../../launch/verify-bundle.mjs');

type Files = Record<string, Buffer>;

async function filesOf(zip: Buffer): Promise<Files> {
  const opened = await fromBufferPromise(zip);
  const files: Files = {};
  for await (const entry of opened.eachEntry())
    files[entry.fileName] = await buffer(await opened.openReadStreamPromise(entry));
  return files;
}

function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

function verified(zip: Buffer): { code: number | null; said: string } {
  const file = join(emptyFolder(), 'evidence.zip');
  writeFileSync(file, zip);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file], {
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}

test('an evidence bundle proves its records, and shows what was changed', async () => {
  const records = Array.from({ length: 230 }, (_, n) => record(n, n * 60));
  const { service } = await serviceWithArchive({ records });
  const { bytes, end, fileName } = await downloaded(service, ask({ format: 'bundle' }));
  expect(fileName).toMatch(/-evidence\.zip$/);
  const files = await filesOf(bytes);
  expect(Object.keys(files)).toEqual([
    'records.ndjson',
    'README.txt',
    'notes.json',
    'manifest.json',
  ]);
  const lines = records.map((one) => `${JSON.stringify(one)}\n`);
  expect(files['records.ndjson']!.toString()).toBe(lines.join(''));
  expect(JSON.parse(files['manifest.json']!.toString())).toMatchObject({
    format: 'trailglass-evidence/1',
    query: { filter: '', from: '2026-10-21T12:00:00Z', to: '2026-11-20T12:00:00Z' },
    complete: true,
    completeFrom: '2026-10-21T12:00:00Z',
    coverage: [{ account: '111122223333', region: 'eu-west-1', state: 'complete', events: 230 }],
    problems: [],
    counts: { records: 230, withoutRecord: 0 },
    files: {
      'records.ndjson': { sha256: createHash('sha256').update(lines.join('')).digest('hex') },
    },
  });
  const seal = createHash('sha256').update(files['manifest.json']!).digest('hex');
  expect(end).toMatchObject({ state: 'done', manifest: seal });

  const good = verified(bytes);
  expect(good.said).toContain('ok: 230 records, unchanged');
  expect(good.said).toContain(`manifest SHA-256: ${seal}`);
  expect(good.code).toBe(0);

  const changed = async (records: string): Promise<ReturnType<typeof verified>> =>
    verified(await zipOf({ ...files, 'records.ndjson': Buffer.from(records) }));
  const flipped = await changed(lines.with(149, lines[149]!.replace('alice', 'alicf')).join(''));
  expect(flipped).toMatchObject({ code: 1 });
  expect(flipped.said).toContain('differs: records.ndjson has another SHA-256');
  expect(flipped.said).toContain('among records 101 to 200');
  const removed = await changed(lines.toSpliced(210, 1).join(''));
  expect(removed).toMatchObject({ code: 1 });
  expect(removed.said).toContain('there are 229 records, the manifest says 230');
  expect(removed.said).toContain('among records 201 to 230');
  const added = await changed([lines[3]!, ...lines].join(''));
  expect(added).toMatchObject({ code: 1 });
  expect(added.said).toContain('there are 231 records, the manifest says 230');
  expect(added.said).toContain('among records 1 to 100');
  const extra = verified(await zipOf({ ...files, 'more.txt': Buffer.from('x') }));
  expect(extra).toMatchObject({ code: 1, said: expect.stringContaining('more.txt is not in') });

  const raw = Buffer.from(bytes);
  raw[200] = raw[200]! ^ 1;
  expect(verified(raw).code).not.toBe(0);
  expect(verified(Buffer.from('no zip'))).toMatchObject({ code: 2 });
});

test('a bundle holds the notes on its events, and those of no others', async () => {
  const records = [record(1, 60), record(2, 120)];
  const { service } = await serviceWithArchive({ records });
  const signal = AbortSignal.timeout(20_000);
  const scope = { account: '111122223333', region: 'eu-west-1' };
  const note = (at: number, text: string) => {
    const eventId = records[at]!.eventID;
    return service.notes.save({ ...scope, eventId, bookmarked: true, text }, signal);
  };
  const hostile = '<script>alert(1)</script> \u202E "}],';
  await note(0, hostile);
  await note(1, 'of another user');
  const { filter } = parseFilter(`eventId:${records[0]!.eventID}`);
  const { bytes } = await downloaded(service, ask({ format: 'bundle', filter: filter! }));
  const files = await filesOf(bytes);
  expect(JSON.parse(files['notes.json']!.toString())).toMatchObject({
    notes: [{ eventId: records[0]!['eventID'], bookmarked: true, text: hostile }],
  });
  expect(verified(bytes)).toMatchObject({
    code: 0,
    said: expect.stringContaining('ok: 1 records'),
  });
  const forged = { ...files, 'notes.json': Buffer.from('{"notes":[]}') };
  const seen = verified(await zipOf(forged));
  expect(seen).toMatchObject({ code: 1, said: expect.stringContaining('notes.json has another') });
});
