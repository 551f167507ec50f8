import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundRecord } from './files.ts';

/** The records under their files' names in a folder that goes away. */
export async function copyOf(
  records: readonly FoundRecord[],
): Promise<{ readonly folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'trailglass-records-'));
  for (const file of new Set(records.map((record) => record.file))) {
    const lines = records.filter((record) => record.file === file).map(({ text }) => text);
    await writeFile(join(folder, file), lines.join('\n'));
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
