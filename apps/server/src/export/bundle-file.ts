import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bundleReadme } from './bundle-readme.ts';
import { Chain } from './chain.ts';
import type { Format, ToWrite } from './format.types.ts';
import { type FileDigest, manifestText } from './manifest.ts';
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
  // Only when the records are through is it known what they are.
  zip.addReadStreamLazy('manifest.json', { mode: 0o644 }, (give) => {
    const manifest = Buffer.from(records.manifest());
    what.seal(digestOf(manifest).sha256);
    give(undefined, Readable.from([manifest], { objectMode: false }));
  });
  zip.end();
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    lines.destroy();
  }
};

/** The lines of the records as they pass, and then their digests. */
class Records {
  readonly #whole = createHash('sha256');
  readonly #chain = new Chain();
  #bytes = 0;
  #count = 0;
  #without = 0;

  constructor(private readonly what: ToWrite) {}

  async *lines(): AsyncGenerator<Uint8Array> {
    for await (const batch of this.what.batches) {
      const lines: Uint8Array[] = [];
      for (const event of batch) {
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

  manifest(): string {
    return manifestText(this.what.report(), {
      records: this.#count,
      withoutRecord: this.#without,
      files: {
        'records.ndjson': { bytes: this.#bytes, sha256: this.#whole.digest('hex') },
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
