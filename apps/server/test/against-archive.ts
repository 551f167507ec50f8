import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import { openArchive } from '../src/archive/archive.ts';
import type { Place } from '../src/archive/protocol/protocol.ts';

/** An empty folder that goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trailglass-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const inFolder = (folder: string): Place => ({ kind: 'folder', folder });

/** An archive, and what tests may do to its store. */
export type OpenArchive = Awaited<ReturnType<typeof openArchive>>;

/** An archive in this place, its store a real process; both end with the test at the latest. */
export async function archiveIn(place: Place, keepDays?: number): Promise<OpenArchive> {
  const archive = await openArchive({
    script: inject('storeScript'),
    place,
    log: pino({ level: 'silent' }),
    keepDays,
  });
  onTestFinished(() => archive.close());
  return archive;
}
