import type { ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import { ArchiveError } from '../archive-error.ts';
import { forkStore } from './fork-store.ts';
import {
  type Begun,
  Opened,
  type Answer,
  type Op,
  type Place,
  type Request,
} from '../protocol/protocol.ts';
import { type AskOptions, Questions } from './store-questions.ts';
import { ArchiveNotices } from './archive-notices.ts';
import { Suspects } from './suspects.ts';

/** One that dies before it was of any use must not be started in a circle. */
const RESTART_MS = 5_000;

/** `broken`: it ended before it could say anything, and is tried again. */
export type Started = Opened | { readonly state: 'broken' };

interface Start {
  readonly child?: ChildProcess | undefined;
  readonly anew?: boolean;
}
interface More extends Pick<AskOptions, 'onProgress'> {
  /** Throws when it is not to be asked any more; called in the moment in which it is. */
  readonly check?: () => void;
}

/** The store's process: started again when it dies, at once if it had answered, else at most once in five seconds. */
export class StoreProcess {
  #child: ChildProcess | undefined;
  #questions: Questions | undefined;
  #ready: Promise<Started>;
  #told = '';
  #startedAt = 0;
  #life = 0;
  #restart: NodeJS.Timeout | undefined;
  #closed = false;
  #leaving = false;
  readonly #suspects = new Suspects();
  readonly #notices: ArchiveNotices;

  constructor(
    private readonly script: string,
    private readonly place: Place,
    private readonly log: Logger,
    early?: ChildProcess,
  ) {
    this.#notices = new ArchiveNotices(place, log);
    this.#ready = this.#start({ child: early?.connected ? early : undefined });
  }

  /** How the first start went. */
  get opened(): Promise<Started> {
    return this.#ready;
  }
  /** Another number each time the process was started. */
  get life(): number {
    return this.#life;
  }
  /** What happened to the file, in words. */
  get notices(): readonly string[] {
    return this.#notices.all;
  }
  /** For tests that end it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Throws ArchiveError at once when the process is not there or has died of this question before, and when it dies
   * before it has answered.
   */
  async ask<O extends Op>(
    request: Extract<Request, { op: O }>,
    signal?: AbortSignal,
    { onProgress, check }: More = {},
  ): Promise<Answer<O>> {
    signal?.throwIfAborted();
    await this.#ready;
    signal?.throwIfAborted();
    if (this.#questions === undefined)
      throw new ArchiveError('The event archive is being started again.');
    const refusedMs = this.#suspects.refusedMs(request);
    if (refusedMs > 0) throw new ArchiveError(refusal(refusedMs));
    check?.();
    try {
      const answer = await this.#questions.ask(request, { signal, onProgress });
      this.#suspects.answered(request);
      return answer;
    } catch (error) {
      this.#notices.met(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restart);
    await this.#end();
  }

  /** Ends the process and starts it with a new file, the one from before set aside. Throws ArchiveError. */
  async beginAnew(): Promise<Begun> {
    await this.#ready;
    if (this.#child === undefined || this.#leaving)
      throw new ArchiveError('The event archive is being started again.');
    this.#leaving = true;
    try {
      await this.#end();
      this.#notices.forget();
      this.#ready = this.#start({ anew: true });
    } finally {
      this.#leaving = false;
    }
    const opened = await this.#ready;
    if (opened.state === 'ready' && opened.begun) return opened.begun;
    throw new ArchiveError(opened.state === 'refused' ? opened.reason : 'Its process ended.');
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), RESTART_MS);
    await ended;
    clearTimeout(late);
  }

  #start({ child = forkStore(this.script), anew = false }: Start = {}): Promise<Started> {
    this.#startedAt = performance.now();
    this.#life += 1;
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
        this.#questions = new Questions(child);
        if (opened.data?.state === 'ready') this.#notices.add(opened.data.notices);
        resolve(opened.data ?? { state: 'broken' });
      });
      child.send({ place: this.place, anew }, () => undefined);
    });
  }

  #ended(child: ChildProcess, why: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    const asked = this.#questions?.end() ?? [];
    const pause = this.#questions?.answered ? 0 : RESTART_MS;
    this.#questions = undefined;
    if (this.#closed || this.#leaving) return;
    this.#suspects.died(asked);
    // The same every five seconds would say no more.
    if (why !== this.#told)
      this.log.error({ why }, 'the process of the event archive ended; it is started again');
    this.#told = why;
    const wait = Math.max(0, this.#startedAt + pause - performance.now());
    this.#restart = setTimeout(() => {
      this.#ready = this.#start();
    }, wait);
  }
}

const refusal = (ms: number): string =>
  `The event archive stopped each time it was asked this, so it is not asked again for ${Math.ceil(ms / 60_000)} min. Other questions are answered.`;
