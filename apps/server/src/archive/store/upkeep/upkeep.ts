import type { EpochSecond } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { readOlder } from './older.ts';
import { verify } from './verify.ts';
import { upkeepAnswers } from '../../protocol/upkeep.ts';
import type { Checkpoints } from '../file/checkpoints.ts';
import { busy } from '../file/busy.ts';
import { compactCoverage } from '../coverage/compact-coverage.ts';
import { batchEnd, countBefore, forgetBefore } from './forget.ts';
import { Idle } from './idle.ts';
import type { Ledger } from '../coverage/ledger.ts';
import type { Readers } from '../../statements/readers.ts';
import { Tidy } from '../tidying/tidy.ts';
import type { Writer } from '../writing/writer.ts';

/** Events that are deleted at a time, so that nobody waits for it. */
const BATCH = 20_000;
const QUIET_MS = 300;
const TIDY_QUIET_MS = 2_000;
const PATIENCE_MS = 10_000;
/** What background reading asks: every few seconds, for ever. */
const beside: ReadonlySet<Request['op']> = new Set([
  'write',
  'coverage',
  'kept',
  'keep',
  'callers',
  'remember',
]);

export interface UpkeepParts {
  readonly readers: Readers;
  readonly writer: Writer;
  /** To be called when there are fewer events, before anybody is told. */
  readonly changed: () => void;
  readonly ledger: Ledger;
  /** Absent when nothing is kept. */
  readonly checkpoints: Checkpoints | undefined;
  readonly connect: () => Promise<DuckDBConnection>;
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
  /** Whoever asks for anything comes before what is deleted. */
  readonly #asked = new Idle();
  /** Whoever reads comes before what is put in order; a write finds its place beside that. */
  readonly #read = new Idle();
  readonly #tidy: Tidy;

  constructor(private readonly parts: UpkeepParts) {
    this.#tidy = new Tidy(parts.connect);
  }

  /** Somebody asks this, until the returned function is called. */
  enter({ op }: Request): () => void {
    if (op === 'write') this.#tidy.changed();
    const leave = [this.#asked.enter(), ...(beside.has(op) ? [] : [this.#read.enter()])];
    return () => {
      for (const each of leave) each();
    };
  }

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
      case 'tidy':
        return this.#putInOrder();
      case 'verify':
        return readers.query((one) => verify(one, tell, signal), signal, 'later');
    }
  }

  #forget({ before, events }: Extract<Request, { op: 'forget' }>): Promise<Answer<'forget'>> {
    const { connection, checkpoints, beat } = this.parts;
    return this.#alone(async () => {
      const now = await countBefore(connection, before);
      if (now !== events) return { differs: now };
      const deleted = await busy(beat, () => this.#delete(before));
      checkpoints?.deleted();
      return { deleted };
    });
  }

  async #trim(before: EpochSecond): Promise<Answer<'trim'>> {
    const { connection, checkpoints } = this.parts;
    const later = { deleted: 0, more: true };
    if (checkpoints?.full !== undefined) return later;
    if (!(await this.#asked.quietFor(QUIET_MS, PATIENCE_MS))) return later;
    return this.#alone(async () => {
      const end = await batchEnd(connection, before, BATCH);
      const deleted = await this.#delete(end);
      if (deleted > 0) checkpoints?.deleted();
      return { deleted, more: end < before };
    });
  }

  async #delete(before: EpochSecond): Promise<number> {
    const { connection, ledger, changed } = this.parts;
    try {
      return await forgetBefore(connection, ledger, before);
    } finally {
      changed();
    }
  }

  async #putInOrder(): Promise<Answer<'tidy'>> {
    const { checkpoints, beat } = this.parts;
    if (!(await this.#read.quietFor(TIDY_QUIET_MS, PATIENCE_MS))) return { sorted: 0, more: true };
    if (checkpoints?.full === undefined) {
      const fewer = await this.#joinClaims();
      if (fewer > 0) checkpoints?.deleted();
    }
    const done = await this.#read.use((signal) =>
      busy(beat, () => this.#tidy.step(signal, (rows) => checkpoints?.hasRoomFor(rows) ?? true)),
    );
    if (done.sorted > 0) checkpoints?.deleted();
    return done;
  }

  async #joinClaims(): Promise<number> {
    let fewer = 0;
    await this.parts.writer.change(async (one) => {
      fewer = await compactCoverage(one);
    });
    return fewer;
  }

  /** Deletes while nothing is written nor put in order: two that delete the same rows would both fail. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const leave = this.#read.enter();
    try {
      await this.#tidy.end();
      return await this.parts.writer.alone(work);
    } finally {
      leave();
    }
  }
}

/** Who has asked, and may leave. */
export interface Asker {
  readonly signal: AbortSignal;
  /** How far the answer is. */
  readonly tell: (progress: unknown) => void;
}
