import type { ServerResponse } from 'node:http';
import { drained } from './stream.ts';

export interface FileToSend {
  /** Letters, digits, `.`, `_` and `-`. */
  readonly fileName: string;
  readonly mediaType: string;
  bytes(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Somebody may pause a download in the browser. */
const patienceMs = 10 * 60_000;

/** A file to keep, made no faster than it is taken. One that cannot be finished breaks off, so that nobody takes it for whole. */
export async function sendFile(
  response: ServerResponse,
  file: FileToSend,
  signal: AbortSignal,
): Promise<void> {
  response.statusCode = 200;
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Disposition', `attachment; filename="${file.fileName}"`);
  response.flushHeaders();
  try {
    for await (const chunk of file.bytes(signal)) {
      if (!response.write(chunk)) await drained(response, signal, patienceMs);
    }
    response.end();
  } catch (error) {
    response.destroy();
    if (!signal.aborted) throw error;
  }
}
