import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

const OWNER_ONLY = 0o700;

/** The folder, there and open to nobody else. Throws Refusal for one that cannot be made so. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
    const found = statSync(folder);
    if (!found.isDirectory()) throw new Refusal(`${folder} is not a folder.`);
    const me = process.getuid?.();
    if (me === undefined) return;
    if (found.uid !== me)
      throw new Refusal(
        `${folder} belongs to another user; choose a folder of your own with --data-dir.`,
      );
    if ((found.mode & 0o077) !== 0) chmodSync(folder, OWNER_ONLY);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The folder for events cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Files that an earlier version or another tool made more open than they may be. Throws Refusal for what is none. */
export function closeFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Refusal(`${path} is in the way: it is no file.`);
  if (process.getuid === undefined) return;
  if (found && (found.mode & 0o077) !== 0) chmodSync(path, 0o600);
}

const Owner = z.object({ server: z.int(), store: z.int() });
type Owner = z.infer<typeof Owner>;
const ownerFile = (folder: string): string => join(folder, 'owner.json');

/** Who has the folder open: the database's own lock decides, this only gives it a name, for which a full disk may have no room. */
export function writeOwner(folder: string, owner: Owner): void {
  try {
    writeFileSync(ownerFile(folder), `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  } catch {
    // Then a second server is refused without a name.
  }
}
export function readOwner(folder: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(ownerFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
