import { untilAborted } from './until-aborted.ts';

interface Underway {
  readonly answer: Promise<unknown>;
  readonly giveUp: AbortController;
  askers: number;
}

/** One answer for all who ask the same while it is being found. It is given up when the last of them has gone. */
export class Shared {
  readonly #underway = new Map<string, Underway>();

  /** Rejects with the asker's own reason as soon as that one leaves. */
  async ask<T>(
    question: string,
    find: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    signal.throwIfAborted();
    const underway = this.#underway.get(question) ?? this.#begin(question, find);
    underway.askers += 1;
    try {
      return (await untilAborted(underway.answer, signal)) as T;
    } finally {
      underway.askers -= 1;
      if (underway.askers === 0) this.#end(question, underway);
    }
  }

  #begin(question: string, find: (signal: AbortSignal) => Promise<unknown>): Underway {
    const giveUp = new AbortController();
    const answer = find(giveUp.signal);
    const underway: Underway = { answer, giveUp, askers: 0 };
    this.#underway.set(question, underway);
    const end = (): void => this.#end(question, underway);
    answer.then(end, end);
    return underway;
  }

  /** Whoever asks from now on asks anew. */
  #end(question: string, underway: Underway): void {
    if (this.#underway.get(question) !== underway) return;
    this.#underway.delete(question);
    underway.giveUp.abort();
  }
}
