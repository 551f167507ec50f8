import type { Target } from '../search/search.types.ts';
import type { FollowListener } from './follow.types.ts';
import type { FollowParts } from './follow.types.ts';
import { Follower } from './follower.ts';

/** What a follower has seen is worth keeping for who comes back soon: another filter is a new connection. */
const FORGET_MS = 5 * 60_000;

/** One follower for each account and Region, shared by all who listen; without a listener it asks AWS nothing. */
export class Followers {
  readonly #followers = new Map<string, Follower>();

  constructor(private readonly parts: FollowParts) {}

  /** Looks up this scope's newest events until the returned function is called. Failures are told, never thrown. */
  follow(target: Target, listener: FollowListener): () => void {
    // By its name: its number is not known before its credentials have worked.
    const key = `${target.account.name}:${target.region}`;
    const follower = this.#followers.get(key) ?? new Follower(target, this.parts);
    this.#followers.set(key, follower);
    const leave = follower.join(listener);
    return () => {
      leave();
      if (follower.isIdle) this.#forgetLater(key, follower);
    };
  }

  close(): void {
    for (const follower of this.#followers.values()) follower.close();
    this.#followers.clear();
  }

  #forgetLater(key: string, follower: Follower): void {
    const { joined } = follower;
    setTimeout(() => {
      if (follower.joined === joined && this.#followers.get(key) === follower)
        this.#followers.delete(key);
    }, FORGET_MS).unref();
  }
}
