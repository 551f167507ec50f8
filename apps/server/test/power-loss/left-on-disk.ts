import type { FileOp } from './trace.ts';

/** The files of a folder by their names. */
export type Files = ReadonlyMap<string, Buffer>;

/** What became of writes that no fsync had confirmed, one by one and in sectors: a disk keeps them in any order. */
export interface Luck {
  /** Whether a sector of a write arrived. */
  readonly arrived: (write: number, sector: number) => boolean;
  /** Whether a file that grew is as long as it was to be, where its end never arrived: that reads as zeros. */
  readonly grown: boolean;
  /** Whether names that were changed or taken away are. */
  readonly renamed: boolean;
}

const SECTOR = 4_096;

/** What is on disk when the power fails after so many operations. */
export function leftOnDisk(before: Files, ops: readonly FileOp[], luck: Luck): Files {
  const files = new Map(before);
  /** Taken away, as its writer saw it: what is written there now is a new file, whose name never arrived. */
  const nameless = new Set<string>();
  for (const [index, op] of ops.entries()) {
    const synced = ops.slice(index + 1).filter((later) => later.op === 'sync');
    // Any fsync confirms what was done to names before it, as it does with every journal.
    const name = synced.length > 0 || luck.renamed;
    const confirmed = synced.some(({ file }) => file === op.file);
    const now = files.get(op.file) ?? Buffer.alloc(0);
    if (op.op === 'remove' && name) files.delete(op.file);
    if (op.op === 'remove' && !name) nameless.add(op.file);
    if (op.op === 'rename' && name) {
      files.delete(op.file);
      files.set(op.to, now);
    }
    if (op.op === 'truncate' && (confirmed || luck.grown))
      files.set(op.file, now.subarray(0, op.size));
    if (op.op === 'write' && !nameless.has(op.file))
      files.set(
        op.file,
        written(
          now,
          op,
          (sector) => confirmed || luck.arrived(index, sector),
          confirmed || luck.grown,
        ),
      );
  }
  return files;
}

function written(
  now: Buffer,
  { bytes, offset = now.length }: Extract<FileOp, { op: 'write' }>,
  arrived: (sector: number) => boolean,
  grown: boolean,
): Buffer {
  const end = offset + bytes.length;
  const after = Buffer.alloc(Math.max(now.length, end));
  now.copy(after);
  let reached = now.length;
  for (let at = offset; at < end; at = (Math.floor(at / SECTOR) + 1) * SECTOR) {
    if (!arrived(Math.floor(at / SECTOR))) continue;
    const until = Math.min(end, (Math.floor(at / SECTOR) + 1) * SECTOR);
    bytes.copy(after, at, at - offset, until - offset);
    reached = Math.max(reached, until);
  }
  return grown ? after : after.subarray(0, reached);
}
