import type { DuckDBConnection } from '@duckdb/node-api';
import { type Filter, filterLimits, joined, type Sql, sql, type Subject } from '@trailglass/query';
import { type FieldName, fieldNamed } from '@trailglass/record';
import type { Alike } from '../../protocol/emptiness.ts';
import type { Judged } from './conditions.ts';
import { inOtherFields } from './other-fields.ts';
import { count, text } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { rowsOf } from '../../statements/statement.ts';
import { groupsOf } from '../figures/values.ts';

const MOST = 5;
/** Comparing longer ones letter by letter takes long, and they are no slip of the hand. */
const MOST_LETTERS = 64;
/** Nor are these: another address or id is another one, however alike. */
const exact: ReadonlySet<FieldName> = new Set([
  'sourceIPAddress',
  'eventId',
  'requestID',
  'sharedEventID',
]);

type Is = Extract<Filter, { kind: 'is' }>;

/** What a condition on a value that occurs nowhere may have meant; nothing for any other condition. */
export async function* alikeValues(
  connection: DuckDBConnection,
  { place, condition, alone, without, others }: Judged & { readonly place: Sql },
  signal: AbortSignal,
): AsyncGenerator<Alike> {
  if (alone > 0 || condition.kind !== 'is' || !hasTexts(condition.subject)) return;
  const find = async (events: Sql): Promise<readonly Alike[]> => {
    signal.throwIfAborted();
    const same = await inOtherFields(connection, condition, events);
    signal.throwIfAborted();
    const near = await nearest(connection, condition, events);
    return [...near.filter(isOtherCase), ...same, ...near.filter((one) => !isOtherCase(one))];
  };
  const isOtherCase = ({ value }: Alike): boolean =>
    value.toLowerCase() === condition.value.toLowerCase();
  const rest = others ? joined([place, others], 'AND') : place;
  const matching = without > 0 ? await find(rest) : [];
  yield* matching.slice(0, MOST);
  if (matching.length > 0 || !others) return;
  // Then the other conditions stand in the way, too: better what is there without them than nothing.
  for (const one of (await find(place)).slice(0, MOST)) yield { ...one, only: true };
}

const mayBeMisspelt = (subject: Subject, letters: number): boolean =>
  letters <= MOST_LETTERS && (subject.kind === 'path' || !exact.has(subject.name));

/** Times and flags are not misspelt. */
function hasTexts(subject: Subject): boolean {
  if (subject.kind === 'path') return true;
  const type = fieldNamed(subject.name)?.type;
  return type === 'text' || type === 'texts' || type === 'ip';
}

const alikeRow = fromEvents({ value: text, count });

// U+FFFD stands for half a character, for which no filter can ask.
/** The same in another case; then what begins or ends as it does, what has it within; then what is few slips away. */
async function nearest(
  connection: DuckDBConnection,
  { subject, value: wanted }: Is,
  events: Sql,
): Promise<readonly Alike[]> {
  const letters = Array.from(wanted).length;
  const slips = mayBeMisspelt(subject, letters) ? Math.min(3, Math.floor(letters / 3)) : 0;
  // The similarity is quick to find, and tells for which it is worth to count the slips.
  const counted =
    slips === 0
      ? sql`CAST(NULL AS BIGINT)`
      : sql`CASE WHEN abs(letters - ${letters}) > ${slips} THEN NULL
            WHEN jaro_winkler_similarity(low, wanted) < 0.7 THEN NULL
            ELSE damerau_levenshtein(low, wanted) END`;
  return rowsOf(
    connection,
    alikeRow,
    sql`WITH counted AS (${groupsOf(subject, sql`archive.events WHERE ${events}`)}),
      usable AS (SELECT value, events, lower(value) AS low, length(value) AS letters, lower(${wanted}) AS wanted
        FROM counted WHERE value <> '' AND length(value) <= ${filterLimits.valueCharacters} AND NOT contains(value, chr(65533))),
      distant AS (SELECT *, ${counted} AS slips FROM usable),
      ranked AS (SELECT value, events, slips, abs(letters - ${letters}) AS more,
          CASE WHEN low = wanted THEN 0
            WHEN least(letters, ${letters}) >= 2
              AND (starts_with(low, wanted) OR starts_with(wanted, low) OR ends_with(wanted, low)) THEN 1
            WHEN least(letters, ${letters}) >= 3 AND (contains(low, wanted) OR contains(wanted, low)) THEN 2
            WHEN slips <= ${slips} THEN 3 END AS rank FROM distant)
    SELECT value, events FROM ranked WHERE rank IS NOT NULL
    ORDER BY rank, CASE WHEN rank = 3 THEN slips ELSE more END, events DESC, value LIMIT ${MOST}`,
  );
}
