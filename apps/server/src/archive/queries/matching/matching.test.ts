import { span } from '../../../../test/seconds.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseFilter } from '@trailglass/query';
import { expect, test } from 'vitest';
import { ACCOUNT, NOW, REGION } from '../../../../test/records.ts';
import type { About } from '../../protocol/figures.ts';
import { eventsTable } from '../../store/tables/schema.ts';
import { countFacets } from '../figures/facets.ts';
import { countHistogram } from '../figures/histogram.ts';
import { MOST_ONE_BY_ONE } from './one-by-one.ts';

const never = new AbortController().signal;
const about = (q: string): About => ({
  scopes: [{ account: ACCOUNT, region: REGION }],
  ...span(NOW / 1000 - 86_400, NOW / 1000),
  filter: parseFilter(q).filter!,
});

test('what would take too long to look at one by one is refused, and what SQL knows is counted all the same', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("ATTACH ':memory:' AS archive");
  await connection.run(eventsTable('archive.events'));
  const events = MOST_ONE_BY_ONE + 1;
  await connection.run(`INSERT INTO archive.events BY NAME SELECT '${ACCOUNT}' AS account, '${REGION}' AS region,
    'id-' || i AS event_id, ${NOW} - i AS listed_ms, FALSE AS plain, '{"a":{"b":1}}' AS record, '{}' AS envelope
    FROM range(${events}) t(i)`);
  const histogram = (q: string) =>
    countHistogram(connection, { ...about(q), bucketSeconds: 86_400 }, never);
  const facet = (field: 'userAgent' | 'path') => {
    const subject =
      field === 'path'
        ? { kind: 'path' as const, path: ['a', 'b'] }
        : { kind: 'field' as const, name: field };
    return countFacets(connection, { ...about(''), subjects: [subject], limit: 1 }, never);
  };
  expect(await histogram('a.b:1')).toEqual({ tooMany: true });
  expect(await facet('path')).toEqual({ tooMany: true });
  expect(await facet('userAgent')).toMatchObject({
    matched: events,
    facets: [{ without: events }],
  });
  const at = NOW / 1000 - 86_400 / 2;
  expect(await histogram('')).toEqual({ buckets: [{ at, reads: events, writes: 0, errors: 0 }] });
});
