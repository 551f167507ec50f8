import type { ChildProcess } from 'node:child_process';
import { ArchiveError } from '../archive-error.ts';
import { Outbox } from '../protocol/outbox.ts';
import {
  answers,
  FromStore,
  Messages,
  type Answer,
  type Op,
  type Request,
  type ToStore,
} from '../protocol/protocol.ts';

/** No query takes so long; a process that does not answer is no use to anybody. */
const SILENT_MS = 30_000;

interface Pending {
  readonly request: Request;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((progress: unknown) => void) | undefined;
  readonly silent: NodeJS.Timeout;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: unknown) => void) | undefined;
}

/** What one process of the store is being asked. */
export class Questions {
  #next = 0;
  #answered = false;
  readonly #pending = new Map<number, Pending>();
  readonly #outbox = new Outbox<ToStore>((messages) => this.#send(messages));

  constructor(private readonly child: ChildProcess) {
    child.on('message', (messages) => {
      for (const message of Messages.safeParse(messages).data ?? []) this.#heard(message);
    });
  }

  /** Throws ArchiveError when the store says that it cannot, or ends before it has answered. */
  async ask<O extends Op>(
    request: Extract<Request, { op: O }>,
    { signal, onProgress }: AskOptions,
  ): Promise<Answer<O>> {
    const id = (this.#next += 1);
    const cancel = (): void => this.#outbox.put({ id, cancel: true });
    const silent = setTimeout(() => this.child.kill('SIGKILL'), SILENT_MS);
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        this.#pending.set(id, { request, resolve, reject, progress: onProgress, silent });
        signal?.addEventListener('abort', cancel, { once: true });
        this.#outbox.put({ id, request });
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

  /** The process was of some use. */
  get answered(): boolean {
    return this.#answered;
  }

  /** The process has ended. @returns what it was being asked */
  end(): readonly Request[] {
    const open = [...this.#pending.values()];
    for (const { reject } of open)
      reject(new ArchiveError('The event archive stopped while it was asked.'));
    return open.map(({ request }) => request);
  }

  #send(messages: readonly ToStore[]): void {
    // One that cannot be reached is about to end, which is an answer, too.
    if (this.child.connected) this.child.send([...messages], () => undefined);
  }

  #heard(message: unknown): void {
    const { data: heard } = FromStore.safeParse(message);
    if (heard === undefined) return;
    if ('busy' in heard) {
      for (const { silent } of this.#pending.values()) silent.refresh();
      return;
    }
    this.#answered = true;
    const pending = this.#pending.get(heard.id);
    if ('failure' in heard) pending?.reject(new ArchiveError(heard.failure));
    else if ('progress' in heard) {
      pending?.silent.refresh();
      pending?.progress?.(heard.progress);
    } else pending?.resolve(heard.answer);
  }
}
