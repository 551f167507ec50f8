import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BrokenZip, shown } from './broken-zip.ts';

export const RECORDS = 'records.ndjson';
const MANIFEST = 'manifest.json';
/** A manifest of ten million records is smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

const Kind = z.object({ format: z.string().startsWith('trailglass-evidence/') });
const Manifest = z.object({
  format: z.literal('trailglass-evidence/1'),
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string().length(64) })),
});

/**
 * Whether a ZIP is an evidence bundle. Throws BrokenZip when it is one and not what its manifest says: of what was
 * changed after it was exported nothing is served.
 */
export async function checkBundle(
  names: readonly string[],
  open: (name: string) => AsyncIterable<Buffer>,
): Promise<boolean> {
  if (!names.includes(MANIFEST)) return false;
  const written = parsed(await textOf(open(MANIFEST)));
  if (!Kind.safeParse(written).success) {
    if (written !== undefined || !names.includes(RECORDS)) return false;
    throw new BrokenZip(`its ${MANIFEST} is not JSON, so nothing proves its records`);
  }
  const { data: manifest } = Manifest.safeParse(written);
  if (manifest === undefined)
    throw new BrokenZip(`its ${MANIFEST} is of another version, or not what an export writes`);
  const files = new Map(Object.entries(manifest.files));
  if (!files.has(RECORDS)) throw new BrokenZip(`its ${MANIFEST} says nothing of ${RECORDS}`);
  for (const name of names)
    if (name !== MANIFEST && !files.has(name))
      throw new BrokenZip(`${shown(name)} is in it, and not in its ${MANIFEST}`);
  for (const [name, { bytes, sha256 }] of files) {
    if (!names.includes(name))
      throw new BrokenZip(`${shown(name)} is missing, of which its ${MANIFEST} speaks`);
    const there = await digestOf(open(name));
    if (there.bytes !== bytes || there.sha256 !== sha256)
      throw new BrokenZip(
        `${shown(name)} is not what its ${MANIFEST} says (another SHA-256): it was changed after it was exported`,
      );
  }
  return true;
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new BrokenZip(`its ${MANIFEST} is too large`);
  }
  return Buffer.concat(held).toString('utf8');
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function digestOf(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
