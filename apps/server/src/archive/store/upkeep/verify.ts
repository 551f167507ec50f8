import type { EpochMs } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import { setImmediate as turn } from 'node:timers/promises';
import type { Answer } from '../../protocol/protocol.ts';
import { storedColumns } from '../tables/schema.ts';
import type { VerifyProgress, Wrong } from '../../protocol/upkeep.ts';
import { flawOf } from './flaw.ts';
import { countEvents } from '../../statements/event-row.ts';
import { inSnapshot } from '../../statements/statement.ts';
import { partsTwice } from './twice.ts';

/** Records looked at before others have their turn, and before it is said how far this is. */
const TURN = 50;
const SAID_EVERY_MS = 250;
/** Those that are told; all are counted. */
const MOST_EXAMPLES = 20;

const names = storedColumns.map(({ name }) => name);
const select = names.map((name) => `"${name}"`).join(', ');

/** Reads every record of one moment's archive, holding a few at a time, and compares it with what its columns say. */
export const verify = (
  connection: DuckDBConnection,
  tell: (progress: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<Answer<'verify'>> =>
  inSnapshot(connection, async () => {
    const of = await countEvents(connection);
    const found = { checked: 0, wrong: 0, examples: [] as Wrong[] };
    const add = (wrong: Wrong, count = 1): void => {
      found.wrong += count;
      if (found.examples.length < MOST_EXAMPLES) found.examples.push(wrong);
    };
    let said = performance.now();
    tell({ checked: 0, of });
    const rows = await connection.stream(`SELECT ${select} FROM archive.events`);
    for await (const chunk of rows.yieldRows())
      for (const values of chunk) {
        const row = new Map(names.map((name, n) => [name, values[n] ?? null]));
        const flaw = flawOf(row);
        if (flaw !== undefined)
          add({
            account: String(row.get('account')),
            region: String(row.get('region')),
            eventId: String(row.get('event_id')),
            listedMs: Number(row.get('listed_ms')) as EpochMs,
            flaw,
          });
        found.checked += 1;
        if (found.checked % TURN > 0) continue;
        await turn();
        signal.throwIfAborted();
        if (performance.now() - said < SAID_EVERY_MS) continue;
        said = performance.now();
        tell({ checked: found.checked, of });
      }
    for await (const twice of partsTwice(connection, of)) {
      signal.throwIfAborted();
      tell({ checked: found.checked, of });
      for (const { wrong, more } of twice) add(wrong, more);
    }
    return found;
  });
