import type { DuckDBConnection } from '@duckdb/node-api';
import type { EmptinessAsked, EmptinessFound } from '../../protocol/emptiness.ts';
import { interruptedBy } from '../../statements/interrupts.ts';
import { judgeConditions } from './conditions.ts';
import { alikeValues } from './alike-values.ts';
import { countOutside } from './outside.ts';
import { placeOf } from '../matching/place.ts';
import { countEvents } from '../../statements/event-row.ts';
import { inSnapshot } from '../../statements/statement.ts';

/** The quickest first, as all of it has one time limit; what was found until then is the answer. */
export async function whyEmpty(
  connection: DuckDBConnection,
  asked: EmptinessAsked,
  signal: AbortSignal,
): Promise<EmptinessFound> {
  const found: EmptinessFound = {};
  const late = AbortSignal.timeout(asked.budgetMs);
  const until = AbortSignal.any([signal, late]);
  const find = async (): Promise<void> => {
    const place = placeOf(asked);
    found.held = await countEvents(connection, place);
    until.throwIfAborted();
    const judged = await judgeConditions(connection, { place, filter: asked.filter }, until);
    found.conditions = judged?.map(({ alone, without }) => ({ alone, without, nearest: [] }));
    until.throwIfAborted();
    found.outside = await countOutside(connection, asked, until);
    for (const [n, condition] of judged?.entries() ?? []) {
      const { nearest } = found.conditions?.[n] ?? {};
      for await (const alike of alikeValues(connection, { place, ...condition }, until))
        nearest?.push(alike);
    }
  };
  try {
    await inSnapshot(connection, () => interruptedBy(late, connection, find));
  } catch (error) {
    signal.throwIfAborted();
    if (!late.aborted) throw error;
  }
  return found;
}
