import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bundleReadme } from './bundle-readme.ts';
import { Chain } from './chain.ts';
import type { Format, ToWrite } from './format.types.ts';
import { type FileDigest, manifestText } from './manifest.ts';
import { notesText, placeOf } from './notes-file.ts';
import { recordText } from './record-text.ts';

const LINE_END = Buffer.from('\n');

/** The records, and behind them what they are: a ZIP that is written as it is taken. */
export const bundle: Format = async function* bundle(what) {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const records = new Records(what);
  const lines = Readable.from(records.lines(), { objectMode: false });
  const fail = (error: Error): void => void output.destroy(error);
  lines.on('error', fail);
  zip.on('error', fail);
  zip.addReadStream(lines, 'records.ndjson', { mode: 0o644 });
  zip.addBuffer(Buffer.from(bundleReadme), 'README.txt', { mode: 0o644 });
  zip.addReadStreamLazy('notes.json', { mode: 0o644 }, (give) => {
    records.notes().then((text) => give(undefined, once(text)), fail);
  });
  // Only when the records are through is it known what they are.
  zip.addReadStreamLazy('manifest.json', { mode: 0o644 }, (give) => {
    const manifest = Buffer.from(records.manifest());
    what.seal(digestOf(manifest).sha256);
    give(undefined, once(manifest));
  });
  zip.end();
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    lines.destroy();
  }
};

const once = (bytes: Buffer): Readable => Readable.from([bytes], { objectMode: false });

/** The lines of the records as they pass, and then their digests. */
class Records {
  readonly #whole = createHash('sha256');
  readonly #chain = new Chain();
  #bytes = 0;
  #count = 0;
  #without = 0;
  /** Of the events that may have a note: those here. */
  readonly #here = new Set<string>();
  #notes: Buffer = Buffer.from('');

  constructor(private readonly what: ToWrite) {}

  async *lines(): AsyncGenerator<Uint8Array> {
    const noted = new Set((await this.what.notes()).map(placeOf));
    for await (const batch of this.what.batches) {
      const lines: Uint8Array[] = [];
      for (const event of batch) {
        const place = placeOf(event);
        if (noted.has(place)) this.#here.add(place);
        const text = recordText(event);
        if (text === undefined) {
          this.#without += 1;
          this.what.leftOut(event);
          continue;
        }
        const record = Buffer.from(text);
        this.#chain.add(record);
        this.#count += 1;
        lines.push(record, LINE_END);
      }
      const bytes = Buffer.concat(lines);
      this.#whole.update(bytes);
      this.#bytes += bytes.length;
      if (bytes.length > 0) yield bytes;
    }
  }

  /** What was noted about these events, as it stands once they have been read. */
  async notes(): Promise<Buffer> {
    const all = await this.what.notes();
    this.#notes = Buffer.from(notesText(all.filter((note) => this.#here.has(placeOf(note)))));
    return this.#notes;
  }

  manifest(): string {
    return manifestText(this.what.report(), {
      records: this.#count,
      withoutRecord: this.#without,
      files: {
        'records.ndjson': { bytes: this.#bytes, sha256: this.#whole.digest('hex') },
        'notes.json': digestOf(this.#notes),
        'README.txt': digestOf(Buffer.from(bundleReadme)),
      },
      chain: this.#chain.shown(),
    });
  }
}

const digestOf = (bytes: Buffer): FileDigest => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
