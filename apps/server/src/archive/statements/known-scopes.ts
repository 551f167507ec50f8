import type { DuckDBConnection } from '@duckdb/node-api';
import { scopeKey, type Scope } from '@trailglass/record';
import { scopeRow } from './event-row.ts';
import { rowsOf } from './statement.ts';

/**
 * The scopes that have events, and perhaps some that had: who asks for all of them need not say so in SQL, which takes
 * as long as the counting itself.
 */
export class KnownScopes {
  readonly #keys = new Set<string>();
  #loaded: Promise<void> | undefined;

  /** To be called before the events of a scope can be seen. */
  add(scope: Scope): void {
    this.#keys.add(scopeKey(scope));
  }

  /**
   * The same question, without its scopes where they are all that there are. A scope that comes while it is answered
   * may be in the answer, so then it is asked again.
   */
  async unnamed<A extends { readonly scopes: readonly Scope[] }, T>(
    asked: A,
    connection: DuckDBConnection,
    answer: (asked: A) => Promise<T>,
  ): Promise<T> {
    if (!(await this.#areAll(asked.scopes, connection))) return answer(asked);
    const found = await answer({ ...asked, scopes: [] });
    return (await this.#areAll(asked.scopes, connection)) ? found : answer(asked);
  }

  /** Reads them from the table once, and again if that failed. */
  async #areAll(scopes: readonly Scope[], connection: DuckDBConnection): Promise<boolean> {
    this.#loaded ??= this.#load(connection);
    try {
      await this.#loaded;
    } catch (error) {
      this.#loaded = undefined;
      throw error;
    }
    const asked = new Set(scopes.map(scopeKey));
    return [...this.#keys].every((key) => asked.has(key));
  }

  async #load(connection: DuckDBConnection): Promise<void> {
    const found = await rowsOf(
      connection,
      scopeRow,
      'SELECT account, region FROM archive.events GROUP BY account, region',
    );
    for (const scope of found) this.#keys.add(scopeKey(scope));
  }
}
