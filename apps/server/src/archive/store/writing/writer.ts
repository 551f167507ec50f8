import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope } from '@trailglass/record';
import type { Claim } from '../../coverage.ts';
import type { StoredEvent } from '../../stored-event.ts';
import type { Ledger } from '../coverage/ledger.ts';
import { appendEvents } from './staging.ts';
import { inTransaction } from '../../statements/transaction.ts';

export interface Batch {
  readonly scope: Scope;
  readonly events: readonly StoredEvent[];
  readonly claim?:
    | (Claim & { readonly kind: string; readonly passing?: boolean | undefined })
    | undefined;
}

/** The one connection that writes. Batches wait for each other, so each sees what those before it wrote. */
export class Writer {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly ledger: Ledger,
    /** Called when there are more events, before anybody is told. */
    private readonly changed: () => void,
  ) {}

  /** Resolves when the events and what they complete are on disk, and says whether there was anything to put there. */
  write(batch: Batch): Promise<boolean> {
    return this.alone(() => this.#write(batch));
  }

  /** Work that must not run beside a write. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Changes of another kind, all of them or none. */
  change(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    return this.alone(() => inTransaction(this.connection, () => work(this.connection)));
  }

  async #write({ scope, events, claim }: Batch): Promise<boolean> {
    const lasting = claim?.passing ? undefined : claim;
    const writes = events.length > 0 || lasting !== undefined;
    if (writes) await this.#insert({ scope, events, claim: lasting });
    if (claim) this.ledger.add(scope, claim.kind, claim);
    return writes;
  }

  async #insert({ scope, events, claim }: Batch): Promise<void> {
    const unique = [...new Map(events.map((event) => [event.eventId, event])).values()];
    await this.connection.run('TRUNCATE temp.staged');
    await appendEvents(this.connection, { name: 'staged', catalog: 'temp' }, scope, unique);
    let added = 0;
    await inTransaction(this.connection, async () => {
      if (unique.length > 0) added = await this.#insertNew(scope, unique);
      if (claim) await this.#insertClaim(scope, claim);
    });
    if (added > 0) this.changed();
  }

  /** Only within the times of the batch: an event that is there already is there at the same time. */
  async #insertNew({ account, region }: Scope, events: readonly StoredEvent[]): Promise<number> {
    const times = events.map(({ listedMs }) => listedMs);
    const { rowsChanged } = await this.connection.run(
      `INSERT INTO archive.events SELECT * FROM temp.staged WHERE event_id NOT IN (
         SELECT event_id FROM archive.events
         WHERE account = ? AND region = ? AND listed_ms BETWEEN ? AND ?)`,
      [account, region, BigInt(Math.min(...times)), BigInt(Math.max(...times))],
    );
    return rowsChanged;
  }

  async #insertClaim(
    { account, region }: Scope,
    { kind, from, to, fetchedAt }: Claim & { readonly kind: string },
  ): Promise<void> {
    await this.connection.run('INSERT INTO archive.coverage VALUES (?, ?, ?, ?, ?, ?)', [
      account,
      region,
      kind,
      BigInt(from),
      BigInt(to),
      BigInt(fetchedAt),
    ]);
  }
}
