import { scopeKey } from '@trailglass/record';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Request } from '../../protocol/protocol.ts';
import type { Read } from './read.types.ts';

type Asked = Omit<Extract<Request, { op: 'read' }>, 'op'>;
type Answers = ReadonlyMap<string, Answer<'read'>>;

/** A search asks for all of its scopes in one moment. */
const MOMENT_MS = 2;

interface Group {
  readonly members: Asked[];
  readonly answers: Promise<Answers>;
  readonly leave: () => void;
  readonly givenUp: () => boolean;
}

/**
 * Reads that ask the same of different scopes in one moment are one read: the newest 200 of fifteen scopes are 200
 * events and not fifteen times as many. It is given up when all have given it up.
 */
export class Together {
  readonly #gathering = new Map<string, Group>();

  constructor(private readonly read: (read: Read, signal: AbortSignal) => Promise<Answers>) {}

  async ask(asked: Asked, signal: AbortSignal): Promise<Answer<'read'>> {
    signal.throwIfAborted();
    const { from, to, filter, limit, below, search, whole } = asked;
    const key = JSON.stringify([from, to, filter, limit, below, search, whole]);
    const gathering = this.#gathering.get(key);
    const group = gathering && !gathering.givenUp() ? gathering : this.#gather(key);
    group.members.push(asked);
    signal.addEventListener('abort', group.leave, { once: true });
    try {
      const answer = (await group.answers).get(scopeKey(asked));
      signal.throwIfAborted();
      if (answer === undefined) throw new Error('A scope was forgotten.');
      return answer;
    } finally {
      signal.removeEventListener('abort', group.leave);
    }
  }

  #gather(key: string): Group {
    const members: Asked[] = [];
    const giveUp = new AbortController();
    let left = 0;
    const leave = (): void => {
      left += 1;
      if (left === members.length) giveUp.abort();
    };
    const answers = sleep(MOMENT_MS).then(() => {
      if (this.#gathering.get(key) === group) this.#gathering.delete(key);
      giveUp.signal.throwIfAborted();
      const [first] = members as [Asked, ...Asked[]];
      const scopes = [...new Map(members.map((one) => [scopeKey(one), one])).values()];
      return this.read({ ...first, scopes }, giveUp.signal);
    });
    const group = { members, answers, leave, givenUp: () => giveUp.signal.aborted };
    this.#gathering.set(key, group);
    return group;
  }
}
