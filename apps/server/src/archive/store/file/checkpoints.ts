import type { DuckDBConnection } from '@duckdb/node-api';
import { statfsSync, statSync } from 'node:fs';
import { busy } from './busy.ts';
import { checkpoint } from './half-written.ts';

const MB = 1024 * 1024;
const IDLE_MS = 5_000;
const LARGE_LOG = 128 * MB;
const WORTH_IT = MB;
const NEEDED_TO_WRITE = 512 * MB;
const LARGE_EVENT = 4_096;

/** When the log is moved into the file: in idle moments, or when it is large; never without the space it takes. */
export class Checkpoints {
  #timer: NodeJS.Timeout | undefined;
  /** Something was deleted: its space can be used again only afterwards. */
  #wanted = false;

  constructor(
    private readonly file: { readonly folder: string; readonly path: string },
    private readonly connection: DuckDBConnection,
    /** Runs it when nothing is being written. */
    private readonly alone: (work: () => Promise<void>) => Promise<void>,
    /** Says that others wait for what takes long. */
    private readonly beat: () => void,
    /** One went wrong: the next question is to meet the database, as it may be able to do nothing more. */
    private readonly failed: () => void,
  ) {}

  /** Why nothing may be written now, or undefined. */
  get full(): string | undefined {
    const free = this.#free();
    if (free >= NEEDED_TO_WRITE) return undefined;
    return `Only ${Math.floor(free / MB)} MB are free where events are kept (${this.file.folder}); below 512 MB none are written.`;
  }

  /** Whether so many events may be written once more before the space of the first time is free. */
  hasRoomFor(events: number): boolean {
    const needed = sizeOf(this.file.path) / 10 + 256 * MB + events * LARGE_EVENT;
    return this.#free() >= NEEDED_TO_WRITE + needed;
  }

  /** To be called after each write. */
  written(): void {
    clearTimeout(this.#timer);
    const wait = sizeOf(`${this.file.path}.wal`) >= LARGE_LOG ? 0 : IDLE_MS;
    this.#timer = setTimeout(() => void this.alone(() => this.#checkpoint()), wait);
  }

  /** To be called after events were deleted. */
  deleted(): void {
    this.#wanted = true;
    this.written();
  }

  /** Bytes on disk. */
  get size(): number {
    return sizeOf(this.file.path) + sizeOf(`${this.file.path}.wal`);
  }

  async #checkpoint(): Promise<void> {
    const log = sizeOf(`${this.file.path}.wal`);
    const needed = log + sizeOf(this.file.path) / 10 + 256 * MB;
    if ((log < WORTH_IT && !this.#wanted) || this.#free() < needed) return;
    try {
      await busy(this.beat, () => checkpoint(this.connection, this.file.path));
      this.#wanted = false;
    } catch {
      this.failed();
      // One that is refused because somebody reads is made after the next write, or soon.
      if (this.#wanted) this.written();
    }
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.file.folder);
    return bavail * bsize;
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
