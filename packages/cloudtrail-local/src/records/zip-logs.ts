import { createGunzip } from 'node:zlib';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BrokenZip, shown } from './broken-zip.ts';
import { checkBundle, RECORDS } from './bundle-check.ts';
import { isRecordFile } from './record-files.ts';

/** A record file within a ZIP. */
export interface ZippedLog {
  readonly name: string;
  /** Its plain bytes. Throws BrokenZip. */
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** More than a trail writes in a year for a Region. */
const MOST_FILES = 200_000;
/** How much more than its own size a ZIP may hold: log files come to ten or twenty times. */
const MOST_RATIO = 200;
/** What may always be in it, in bytes. */
const SMALL = 64 * 1024 * 1024;

/**
 * Gives the record files in a ZIP, in order of name; nothing is unpacked to disk. Of an evidence bundle these are its
 * records, once all of it is what its manifest says. Throws BrokenZip.
 */
export async function readZip(
  path: string,
  read: (log: ZippedLog) => Promise<void>,
): Promise<void> {
  const { size } = await stat(path);
  const most = Math.max(SMALL, MOST_RATIO * size);
  const zip = await told('it', openPromise(path, { autoClose: false }));
  try {
    const entries = await entriesOf(zip, most);
    const open = (name: string): AsyncIterable<Buffer> => bytesOf(zip, entries.get(name), most);
    const isBundle = await checkBundle([...entries.keys()], open);
    const names = isBundle ? [RECORDS] : [...entries.keys()].filter(isLog).sort();
    if (names.length === 0) throw new BrokenZip('there is no .json, .ndjson or .jsonl file in it');
    for (const name of names) await read({ name, bytes: () => open(name) });
  } finally {
    zip.close();
  }
}

/** macOS puts a shadow of each file beside it. */
const isLog = (name: string): boolean => isRecordFile(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name);

async function entriesOf(zip: ZipFile, most: number): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  if (zip.entryCount > MOST_FILES)
    throw new BrokenZip(
      `there are ${zip.entryCount} files in it, and at most ${MOST_FILES} are read`,
    );
  const all = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const { done, value: entry } = await told('its list of contents', all.next());
    if (done === true) return entries;
    if (entries.has(entry.fileName)) throw new BrokenZip(`${shown(entry.fileName)} is in it twice`);
    entries.set(entry.fileName, entry);
    bytes += entry.uncompressedSize;
    if (bytes > most) throw tooLarge;
  }
}

const tooLarge = new BrokenZip(
  `what is in it would be more than ${MOST_RATIO} times as large as the file, as log files never are`,
);

/** What is in an entry; gzipped once more, what is in that. No more bytes than are said to be there come of an entry. */
async function* bytesOf(
  zip: ZipFile,
  entry: Entry | undefined,
  most: number,
): AsyncGenerator<Buffer> {
  if (entry === undefined) return;
  const name = shown(entry.fileName);
  if (entry.isEncrypted()) throw new BrokenZip(`${name} is encrypted`);
  const packed = await told(name, zip.openReadStreamPromise(entry));
  const plain: Readable = /\.gz$/i.test(entry.fileName)
    ? pipeline(packed, createGunzip(), () => undefined)
    : packed;
  let bytes = 0;
  const chunks: AsyncIterator<Buffer> = plain[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value: chunk } = await told(name, chunks.next());
      if (done === true) return;
      bytes += chunk.length;
      if (bytes > most) throw tooLarge;
      yield chunk;
    }
  } finally {
    plain.destroy();
    packed.destroy();
  }
}

/** What the library says, about which part of the ZIP. */
async function told<T>(what: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const { message } = error as Error;
    if (/end of central directory/i.test(message))
      throw new BrokenZip(
        'the end of the ZIP file, where its contents are listed, is missing; was it copied whole?',
        { cause: error },
      );
    if (/relative path|absolute path|invalid characters/i.test(message))
      throw new BrokenZip(`a file in it has a name that leads elsewhere (${shown(message)})`, {
        cause: error,
      });
    throw new BrokenZip(`${what} is damaged or of a kind that is not read (${shown(message)})`, {
      cause: error,
    });
  }
}
