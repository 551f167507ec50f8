import { copyFileSync, existsSync, mkdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { isAlive, readOwner } from './folder.ts';

/** Attaches the file at this path. Throws the database's own error. */
export type Attach = (path: string) => Promise<void>;

export interface Attached {
  /** The end of what was written last is gone: its claims are, too, but the hour before is not to be trusted. */
  readonly repaired: boolean;
  /** What was done, in words. */
  readonly notices: readonly string[];
}

const LOCK_PATIENCE_MS = 5_000;

/**
 * Opens the file, mending what a loss of power may have left: the log is cut where it is broken, or set aside; a file
 * that cannot be read at all is set aside and a new one begun. Everything that is changed is copied to `quarantine`
 * first, nothing is ever deleted. Throws Refusal when another process has the file.
 */
export async function attachMended(
  folder: string,
  path: string,
  attach: Attach,
): Promise<Attached> {
  const first = await whenUnlocked(folder, () => failureOf(attach, path));
  if (first === undefined) return { repaired: false, notices: [] };
  if (/newer version|version number/i.test(first))
    throw new Refusal(
      `${path} was written by a newer version of Trailglass: its files have ${versionIn(first)}. Use that, or another folder with --data-dir.`,
    );
  if (/Cannot open file|No space left|Permission denied/i.test(first))
    throw new Refusal(
      `The event archive cannot be opened: ${first}. Nothing was changed; mend that, or choose another folder with --data-dir.`,
    );
  const kept = quarantine(folder, path);
  const wal = `${path}.wal`;
  if (existsSync(wal)) {
    const position = Number(/byte position (\d+)/.exec(first)?.[1] ?? Number.NaN);
    for (const cut of [position, position - 8]) {
      if (!(cut >= 0) || statSync(wal).size < cut) continue;
      truncateSync(wal, cut);
      if ((await failureOf(attach, path)) === undefined)
        return {
          repaired: true,
          notices: [`The end of the event archive was damaged and cut off; a copy is in ${kept}.`],
        };
    }
    renameSync(wal, join(kept, `${basename(wal)}.cut`));
    if ((await failureOf(attach, path)) === undefined)
      return {
        repaired: true,
        notices: [`The log of the event archive was damaged and set aside in ${kept}.`],
      };
  }
  renameSync(path, join(kept, `${basename(path)}.unreadable`));
  await attach(path);
  return {
    repaired: false,
    notices: [
      `The event archive could not be read (${first}). It was set aside in ${kept} and a new one begun.`,
    ],
  };
}

/** The database's words say which version it found, and which it knows. */
const versionIn = (failure: string): string =>
  /version number \d+, but [^.]*/i.exec(failure)?.[0] ?? 'a version that this one does not know';

async function failureOf(attach: Attach, path: string): Promise<string | undefined> {
  try {
    await attach(path);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export const isLock = (failure: string | undefined): boolean =>
  failure !== undefined && /(?:set|conflicting) lock|used by another process/i.test(failure);

/** A store whose server has just died is about to let go; one whose server lives keeps the file. */
async function whenUnlocked(
  folder: string,
  open: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const end = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const failure = await open();
    if (!isLock(failure)) return failure;
    const owner = readOwner(folder);
    const leaving = owner !== undefined && !isAlive(owner.server);
    if (!leaving || performance.now() > end) throw lockedBy(folder, failure ?? '', owner?.server);
    await sleep(50);
  }
}

function lockedBy(folder: string, failure: string, server: number | undefined): Refusal {
  const pid = server ?? /PID (\d+)/.exec(failure)?.[1];
  const who = pid === undefined ? 'Another process' : `Another Trailglass (process ${pid})`;
  return new Refusal(
    `${who} keeps its events in ${folder}. Use that one, stop it, or choose another folder with --data-dir.`,
  );
}

function quarantine(folder: string, path: string): string {
  const kept = join(folder, 'quarantine', new Date().toISOString().replace(/[:.]/g, '-'));
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  for (const file of [path, `${path}.wal`])
    if (existsSync(file)) copyFileSync(file, join(kept, basename(file)));
  return kept;
}
