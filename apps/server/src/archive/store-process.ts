import { fork, type ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import { ArchiveError } from './archive-error.ts';
import {
  answers,
  FromStore,
  Opened,
  type Answer,
  type Op,
  type Place,
  type Request,
  type ToStore,
} from './protocol.ts';

/** One that dies before it was of any use must not be started in a circle. */
const RESTART_MS = 5_000;
/** No query takes so long; a process that does not answer is no use to anybody. */
const SILENT_MS = 30_000;

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** `broken`: it ended before it could say anything, and is tried again. */
export type Started = Opened | { readonly state: 'broken' };

/** The store's process: started again when it dies, at once if it had answered, else at most once in five seconds. */
export class StoreProcess {
  #child: ChildProcess | undefined;
  #ready: Promise<Started>;
  #told = '';
  #startedAt = 0;
  #answered = false;
  #restart: NodeJS.Timeout | undefined;
  #closed = false;
  #next = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(
    private readonly script: string,
    private readonly place: Place,
    private readonly log: Logger,
  ) {
    this.#ready = this.#start();
  }

  /** How the first start went. */
  get opened(): Promise<Started> {
    return this.#ready;
  }
  /** For tests that end it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Throws ArchiveError at once when the process is not there, and when it dies before it has answered. */
  async ask<O extends Op>(
    request: Extract<Request, { op: O }>,
    signal?: AbortSignal,
  ): Promise<Answer<O>> {
    signal?.throwIfAborted();
    await this.#ready;
    signal?.throwIfAborted();
    const child = this.#child;
    if (child === undefined) throw new ArchiveError('The event archive is being started again.');
    const id = (this.#next += 1);
    const send = (message: ToStore): void => {
      // One that cannot be reached is about to end, which is an answer, too.
      if (child.connected) child.send(message, () => undefined);
    };
    const cancel = (): void => send({ id, cancel: true });
    const silent = setTimeout(() => child.kill('SIGKILL'), SILENT_MS);
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        this.#pending.set(id, { resolve, reject });
        signal?.addEventListener('abort', cancel, { once: true });
        send({ id, request });
      });
      const { data, error } = answers[request.op].safeParse(answer);
      if (error) throw new ArchiveError('The event archive gave an answer that is none.');
      return data as Answer<O>;
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(silent);
      signal?.removeEventListener('abort', cancel);
      this.#pending.delete(id);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), RESTART_MS);
    await ended;
    clearTimeout(late);
  }

  #start(): Promise<Started> {
    this.#startedAt = performance.now();
    this.#answered = false;
    const child = fork(this.script, [], {
      // DuckDB's queries and everything else of the process share these threads.
      env: { ...withoutAws(process.env), UV_THREADPOOL_SIZE: '8' },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-2_000);
    });
    child.once('exit', (code, signal) => this.#ended(child, `${signal ?? code}: ${said.trim()}`));
    child.once('error', (error) => this.#ended(child, error.message));
    return new Promise((resolve) => {
      child.once('exit', () => resolve({ state: 'broken' }));
      child.once('message', (message) => {
        const opened = Opened.safeParse(message);
        child.on('message', (next) => this.#heard(next));
        resolve(opened.data ?? { state: 'broken' });
      });
      child.send({ place: this.place }, () => undefined);
    });
  }

  #heard(message: unknown): void {
    const { data: heard } = FromStore.safeParse(message);
    if (heard === undefined) return;
    this.#answered = true;
    const pending = this.#pending.get(heard.id);
    if ('failure' in heard) pending?.reject(new ArchiveError(heard.failure));
    else pending?.resolve(heard.answer);
  }

  #ended(child: ChildProcess, why: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    for (const { reject } of this.#pending.values())
      reject(new ArchiveError('The event archive stopped while it was asked.'));
    if (this.#closed) return;
    // The same every five seconds would say no more.
    if (why !== this.#told)
      this.log.error({ why }, 'the process of the event archive ended; it is started again');
    this.#told = why;
    const pause = this.#answered ? 0 : RESTART_MS;
    const wait = Math.max(0, this.#startedAt + pause - performance.now());
    this.#restart = setTimeout(() => {
      this.#ready = this.#start();
    }, wait);
  }
}

/** The store has no business with AWS. */
const withoutAws = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
