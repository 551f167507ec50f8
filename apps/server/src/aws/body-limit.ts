import type { Readable } from 'node:stream';

/** A page of 50 events is a few hundred kilobytes; records may have 256 KB each. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}
export class BodyCutShort extends Error {
  override readonly name = 'BodyCutShort';
}

/** Reads an answer's body for the SDK: never more than `limit` bytes, and an end before the end is an error. */
export const collectBody =
  (limit = MAX_BODY_BYTES) =>
  (stream: Readable): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > limit) {
          stream.destroy();
          reject(new BodyTooLarge(`The answer is larger than ${limit} bytes.`));
        }
      });
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', reject);
      stream.once('close', () => reject(new BodyCutShort('The answer ended before it was whole.')));
    });
