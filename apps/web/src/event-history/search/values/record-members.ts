import { type Asked, memberEndpoints, type Members } from '@trailglass/api';
import { client } from '../../../api/client.ts';

/** Paths whose names are kept, for the search in hand. */
const MOST_KEPT = 30;

/** Asks for the names below a path, each path once as long as the search stays the same. */
export class RecordMembers {
  readonly #kept = new Map<string, Members>();

  constructor(private readonly asked: () => Asked | undefined) {}

  /**
   * @param path as a filter writes it
   * @returns undefined before a search has begun
   * @throws ProblemError
   */
  async below(path: string, signal: AbortSignal): Promise<Members | undefined> {
    const asked = this.asked();
    if (!asked) return undefined;
    const { q, from, to, scopes } = asked;
    const body = { q, from, to, scope: [...scopes], below: path };
    const key = JSON.stringify(body);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const found = await client.call(memberEndpoints.members, { body }, signal);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // Of what is still being read there will be more.
    if (found.members.length > 0) this.#kept.set(key, found);
    return found;
  }
}
