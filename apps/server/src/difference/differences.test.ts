import { parseFilter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { NOW, record, SCOPE } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';
import type { DifferenceRequest } from './differences.ts';

const MINUTE = 60;
const ago = (minutes: number): EpochMs => (NOW - minutes * MINUTE * 1000) as EpochMs;

/** One read a minute by alice, every third without an agent; from a hundred to eighty minutes ago mallory, denied. */
const records = Array.from({ length: 300 }, (_, n) => {
  const peak = n >= 80 && n < 100;
  return record(n, (n + 1) * MINUTE, {
    userIdentity: { type: 'IAMUser', userName: peak ? 'mallory' : 'alice' },
    ...(peak && { errorCode: 'AccessDenied', eventName: 'GetSecretValue' }),
    ...(n % 3 > 0 && { userAgent: 'aws-cli/2' }),
  });
});

test('a peak is told from the rest of the range: counts, shares on both sides, and what is alike', async () => {
  const { service } = await serviceWithArchive({ records });
  const ask = (q: string, selection: DifferenceRequest['selection']) =>
    service.difference(
      {
        filter: parseFilter(q).filter!,
        from: ago(301),
        to: ago(0),
        scopes: [SCOPE],
        selection,
      },
      never,
    );
  const peak = { from: ago(100), to: ago(81) };
  expect(await ask('', peak)).toMatchObject({ selected: 0, others: 0, covered: 0, fields: [] });
  await framesOf(service, request({ from: ago(301), limit: 1000 }));

  const told = await ask('', peak);
  expect(told).toMatchObject({ selected: 20, others: 280, covered: 1 });
  const field = (name: string) => told.fields.find(({ subject }) => subject === name)?.values;
  expect(field('eventName')).toMatchObject([
    { value: 'DescribeInstances', selected: 0, others: 280 },
    { value: 'GetSecretValue', selected: 20, others: 0 },
  ]);
  expect(field('username')).toMatchObject([
    { value: 'alice', selected: 0, others: 280 },
    { value: 'mallory', selected: 20, others: 0 },
  ]);
  // No value is a value, too.
  expect(field('errorCode')).toMatchObject([
    { selected: 0, others: 280 },
    { value: 'AccessDenied', selected: 20, others: 0 },
  ]);
  expect(told.fields.map(({ subject }) => subject)).toEqual(['eventName', 'username', 'errorCode']);
  expect(told.alike).toEqual(expect.arrayContaining(['userAgent', 'awsRegion', 'readOnly']));

  const ids = records.slice(80, 85).map(({ eventID }) => eventID);
  const few = await ask('', { events: ids });
  expect(few).toMatchObject({ selected: 5, others: 295 });
  expect(few.fields.map(({ subject }) => subject)).toEqual(['eventName', 'username', 'errorCode']);

  // Under the filter that the selection is all there is.
  expect(await ask('user:mallory', peak)).toMatchObject({ selected: 20, others: 0, fields: [] });
}, 30_000);
