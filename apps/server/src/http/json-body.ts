import { ProblemError, type ProblemType, problem } from '@trailglass/api';
import type { IncomingMessage } from 'node:http';

export const bodyLimits = { bytes: 64 * 1024, depth: 32, ms: 8000 } as const;
const fail = (type: ProblemType, detail: string): ProblemError =>
  new ProblemError(problem(type, detail));

/** A JSON object sent as such: plain, small, shallow, in time. @throws ProblemError */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(type)) {
    throw fail('unsupported-media-type', 'Send the body as application/json.');
  }
  if (encoding !== 'identity') throw fail('unsupported-media-type', 'Send the body uncompressed.');
  const bytes = await readBytes(request, bodyLimits.bytes);
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fail('bad-request', 'The body must be a JSON object.');
  }
  return value as Record<string, unknown>;
}

/** @throws ProblemError when the body is larger, or slower than bodyLimits.ms */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooLarge = (): ProblemError => fail('too-large', `The body may be ${most} bytes at most.`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  let late: NodeJS.Timeout | undefined;
  return new Promise<Buffer>((resolve, reject) => {
    late = setTimeout(() => {
      reject(fail('request-timeout', 'The body did not arrive in time.'));
    }, bodyLimits.ms);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', reject);
    request.on('close', () => {
      reject(fail('bad-request', 'The connection closed before the body was whole.'));
    });
  }).finally(() => {
    clearTimeout(late);
    request.removeAllListeners('data');
  });
}

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (depthOf(text) > bodyLimits.depth) throw new RangeError('depth');
    return JSON.parse(text, refuseReserved);
  } catch {
    throw fail('bad-request', 'The body is not plain JSON.');
  }
}

/** Names that other code might walk into a prototype by; nothing that we accept is called so. */
function refuseReserved(name: string, value: unknown): unknown {
  if (name === '__proto__' || name === 'constructor') throw new TypeError('reserved');
  return value;
}

/** Deepest nesting, counted before parsing: what parses may still be too deep to walk. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, (depth += 1));
    else if (char === ']' || char === '}') depth -= 1;
  }
  return deepest;
}
