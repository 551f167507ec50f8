import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import { StringDecoder } from 'node:string_decoder';

/** V8 has no longer strings. A file of lines may be longer, it is never read whole. */
const longestText = 512 * 1024 * 1024 - 64;
const longestLine = 16 * 1024 * 1024;

const isGzip = (file: string): Promise<boolean> => beginsWith(file, '\x1f\x8b');
/** As `PK`, whatever its name is. */
export const isZip = (file: string): Promise<boolean> => beginsWith(file, 'PK');

async function beginsWith(file: string, mark: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return buffer.toString('latin1') === mark;
  } finally {
    await handle.close();
  }
}

export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  // The one-shot call keeps its limit; the stream would not.
  const plain = (await isGzip(file)) ? gunzipSync(bytes, { maxOutputLength: longestText }) : bytes;
  return plain.toString('utf8');
}

/** The lines of a file; see {@link linesOf}. */
export async function* readLines(file: string): AsyncGenerator<string | undefined> {
  const bytes = createReadStream(file);
  const plain = (await isGzip(file)) ? bytes.pipe(createGunzip()) : bytes;
  // A pipe does not hand on errors of its source.
  bytes.on('error', (error) => plain.destroy(error));
  yield* linesOf(plain as AsyncIterable<Buffer>);
}

/** Throws where there is more than one text can be. */
export async function textOf(plain: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of plain) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > longestText) throw new Error('it is larger than 512 MB');
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Lines, split at line feeds only: U+2028 may stand in a JSON string. A line that is too long is undefined. */
export async function* linesOf(plain: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  const decoder = new StringDecoder('utf8');
  /** Of a line that has begun. */
  let pieces: string[] = [];
  let length = 0;
  let tooLong = false;
  for await (const chunk of plain) {
    for (const [n, piece] of decoder.write(chunk).split('\n').entries()) {
      if (n > 0) {
        yield tooLong ? undefined : pieces.join('');
        [pieces, length, tooLong] = [[], 0, false];
      }
      pieces.push(piece);
      length += piece.length;
      if (length <= longestLine) continue;
      [pieces, length, tooLong] = [[], 0, true];
    }
  }
  const rest = pieces.join('') + decoder.end();
  if (tooLong) yield undefined;
  else if (rest !== '') yield rest;
}
