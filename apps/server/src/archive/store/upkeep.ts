import type { DuckDBConnection } from '@duckdb/node-api';
import type { Answer, Request } from '../protocol.ts';
import { readOlder } from '../queries/older.ts';
import { verify } from '../queries/verify.ts';
import { upkeepAnswers } from '../upkeep-protocol.ts';
import type { Checkpoints } from './checkpoints.ts';
import { busy } from './busy.ts';
import { batchEnd, countBefore, forgetBefore } from './forget.ts';
import { Idle } from './idle.ts';
import type { Ledger } from './ledger.ts';
import type { Readers } from './readers.ts';
import type { Writer } from './writer.ts';

/** Events that are deleted at a time, so that nobody waits for it. */
const BATCH = 20_000;
const QUIET_MS = 300;
const PATIENCE_MS = 10_000;

export interface UpkeepParts {
  readonly readers: Readers;
  readonly writer: Writer;
  /** To be called when there are fewer events, before anybody is told. */
  readonly changed: () => void;
  readonly ledger: Ledger;
  /** Absent when nothing is kept. */
  readonly checkpoints: Checkpoints | undefined;
  /** To delete with. */
  readonly connection: DuckDBConnection;
  /** To ask whether anything can be asked: waits for nobody. */
  readonly probe: DuckDBConnection;
  /** Says that others wait for what takes long. */
  readonly beat: () => void;
}

const ops = Object.keys(upkeepAnswers) as (keyof typeof upkeepAnswers)[];
export type UpkeepRequest = Extract<Request, { op: (typeof ops)[number] }>;
export const isUpkeep = (request: Request): request is UpkeepRequest =>
  (ops as readonly string[]).includes(request.op);

/** What keeps the archive in order, when somebody asks for it or by itself in idle moments. */
export class Upkeep {
  /** Who asks for events or writes some comes first. */
  readonly idle = new Idle();

  constructor(private readonly parts: UpkeepParts) {}

  async answer(
    request: UpkeepRequest,
    { signal, tell }: Asker,
  ): Promise<Answer<UpkeepRequest['op']>> {
    const { readers, probe } = this.parts;
    switch (request.op) {
      case 'alive':
        await probe.run('SELECT 1 FROM archive.coverage LIMIT 1');
        return {};
      case 'older':
        return readers.query((one) => readOlder(one, request.before), signal, 'later');
      case 'forget':
        return this.#forget(request);
      case 'trim':
        return this.#trim(request.before);
      case 'verify':
        return readers.query((one) => verify(one, tell, signal), signal, 'later');
    }
  }

  #forget({ before, events }: Extract<Request, { op: 'forget' }>): Promise<Answer<'forget'>> {
    const { writer, checkpoints, connection, beat } = this.parts;
    return writer.alone(async () => {
      const now = await countBefore(connection, before);
      if (now !== events) return { differs: now };
      const deleted = await busy(beat, () => this.#delete(before));
      checkpoints?.deleted();
      return { deleted };
    });
  }

  async #trim(before: number): Promise<Answer<'trim'>> {
    const { writer, connection, checkpoints } = this.parts;
    const later = { deleted: 0, more: true };
    if (checkpoints?.full !== undefined) return later;
    if (!(await this.idle.quietFor(QUIET_MS, PATIENCE_MS))) return later;
    return writer.alone(async () => {
      const end = await batchEnd(connection, before, BATCH);
      const deleted = await this.#delete(end);
      if (deleted > 0) checkpoints?.deleted();
      return { deleted, more: end < before };
    });
  }

  async #delete(before: number): Promise<number> {
    const { connection, ledger, changed } = this.parts;
    try {
      return await forgetBefore(connection, ledger, before);
    } finally {
      changed();
    }
  }
}

/** Who has asked, and may leave. */
export interface Asker {
  readonly signal: AbortSignal;
  /** How far the answer is. */
  readonly tell: (progress: unknown) => void;
}
