import type { DuckDBConnection } from '@duckdb/node-api';
import type { Answer } from '../../protocol/protocol.ts';
import { interruptedBy } from '../../statements/interrupts.ts';
import { readLayout } from './layout.ts';
import { type Group, nextToSort } from './order.ts';
import { sortGroups } from './sort-groups.ts';

/** Groups that are sorted into each other at a time: about ten seconds of work. */
const MOST = 3;

/** Whether there is room on disk for so many rows once more. */
export type HasRoom = (rows: number) => boolean;

/** Puts the file in order of time, a few groups of rows at a time. */
export class Tidy {
  /** Fewer after it was ended, as then there is little time. */
  #most = MOST;
  #leave: AbortController | undefined;
  #running: Promise<unknown> = Promise.resolve();
  /** Something was written since all was in order. */
  #changed = true;

  constructor(private readonly connect: () => Promise<DuckDBConnection>) {}

  changed(): void {
    this.#changed = true;
  }

  /**
   * One step, if there is something to do. Ended by the signal, it leaves everything as it was.
   */
  async step(signal: AbortSignal, hasRoom: HasRoom): Promise<Answer<'tidy'>> {
    if (!this.#changed) return { sorted: 0, more: false };
    this.#leave = new AbortController();
    const until = AbortSignal.any([signal, this.#leave.signal]);
    const done = this.#step(until, hasRoom);
    this.#running = done.catch(() => undefined);
    return done;
  }

  /** Ends a step that is under way; resolves when nothing of it is left. */
  async end(): Promise<void> {
    this.#leave?.abort();
    await this.#running;
  }

  async #step(signal: AbortSignal, hasRoom: HasRoom): Promise<Answer<'tidy'>> {
    const connection = await this.connect();
    this.#changed = false;
    let more = true;
    try {
      const groups = await interruptedBy(signal, connection, async () =>
        nextToSort(await readLayout(connection), this.#most),
      );
      more = groups.length > 0;
      if (!more || !hasRoom(rowsOf(groups))) return { sorted: 0, more };
      const sorted = await sortGroups(connection, groups, signal);
      this.#most = MOST;
      return { sorted, more };
    } catch (error) {
      if (!signal.aborted) throw error;
      this.#most = Math.max(1, this.#most - 1);
      return { sorted: 0, more };
    } finally {
      this.#changed ||= more;
      connection.closeSync();
    }
  }
}

const rowsOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { rows }) => sum + rows, 0);
