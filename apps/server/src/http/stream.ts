import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { problemOf } from './problem-answer.ts';

/** A reader that takes nothing for so long is gone, whatever its connection says. */
const patienceMs = 60_000;

/**
 * One frame a line, each sent at once, no faster than it is read. A failure before the first frame is thrown and becomes
 * the whole answer; afterwards it is the last frame, and no `end` follows.
 */
export async function streamFrames(
  response: ServerResponse,
  frames: AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const frame of frames) {
      if (!response.headersSent) begin(response);
      if (!response.write(line(frame))) await drained(response, signal, patienceMs);
      if (signal.aborted) return;
    }
    if (!response.headersSent) begin(response);
    response.end();
  } catch (error) {
    if (signal.aborted) return;
    if (response.headersSent) response.end(line({ type: 'problem', problem: problemOf(error) }));
    throw error;
  }
}

const line = (frame: unknown): string => `${JSON.stringify(frame)}\n`;

function begin(response: ServerResponse): void {
  response.statusCode = 200;
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  // Proxies that hold an answer back would hold back the events.
  response.setHeader('X-Accel-Buffering', 'no');
}

/** Resolves when the reader can take more; one that takes nothing for so long is let go of. */
export async function drained(
  response: ServerResponse,
  signal: AbortSignal,
  patienceMs: number,
): Promise<void> {
  const late = setTimeout(() => response.destroy(), patienceMs);
  try {
    await once(response, 'drain', { signal });
  } finally {
    clearTimeout(late);
  }
}
