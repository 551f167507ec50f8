import type { DuckDBConnection } from '@duckdb/node-api';
import { joined } from '@trailglass/query';
import type { About, CountsAsked, CountsFound } from '../../protocol/figures.ts';
import type { KnownScopes } from '../../statements/known-scopes.ts';
import { matchingWithin } from '../matching/matching.ts';
import { placeOf } from '../matching/place.ts';
import { countEvents } from '../../statements/event-row.ts';
import { inSnapshot } from '../../statements/statement.ts';

/** All of the same moment, so that what is a part of something else is never more than it. */
export const countQuestions = (
  connection: DuckDBConnection,
  { questions }: CountsAsked,
  known: KnownScopes,
  signal: AbortSignal,
): Promise<CountsFound> =>
  inSnapshot(connection, async () => {
    const counts: CountsFound['counts'] = [];
    let tables = 0;
    const count = async (asked: About): Promise<{ events?: number }> => {
      signal.throwIfAborted();
      const place = placeOf(asked);
      const one = { place, filter: asked.filter, table: `matching_${(tables += 1)}` };
      const matches = await matchingWithin(connection, one, { often: false, signal });
      if (matches === undefined) return {};
      const where = joined([place, matches], 'AND');
      return { events: await countEvents(connection, where) };
    };
    for (const asked of questions) counts.push(await known.unnamed(asked, connection, count));
    return { counts };
  });
