import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import { StringDecoder } from 'node:string_decoder';

/** V8 has no longer strings. A file of lines may be longer, it is never read whole. */
const longestText = 512 * 1024 * 1024 - 64;
const longestLine = 16 * 1024 * 1024;

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
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

/** The lines of a file, split at line feeds only: U+2028 may stand in a JSON string. A line that is too long is undefined. */
export async function* readLines(file: string): AsyncGenerator<string | undefined> {
  const bytes = createReadStream(file);
  const plain = (await isGzip(file)) ? bytes.pipe(createGunzip()) : bytes;
  // A pipe does not hand on errors of its source.
  bytes.on('error', (error) => plain.destroy(error));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let tooLong = false;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield tooLong ? undefined : line;
      tooLong = false;
    }
    if (rest.length > longestLine) {
      rest = '';
      tooLong = true;
    }
  }
  rest += decoder.end();
  if (tooLong) yield undefined;
  else if (rest !== '') yield rest;
}
