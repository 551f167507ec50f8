import { groupEndpoints, type Groups } from '@trailglass/api';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { serviceWithArchive } from '../../test/against-local.ts';
import { clientOf } from '../../test/over-http.ts';
import { HOUR, NOW, record, SCOPE } from '../../test/records.ts';
import { framesOf, request } from '../../test/searches.ts';

type Body = z.input<typeof groupEndpoints.groups.body>;

const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const shown = (text: string): string => text.replace('.000Z', 'Z');

/** In the window: two reads of one agent, a failed write of another. Before it: one that reads. */
const records = [
  record(1, HOUR, { userAgent: 'cli', readOnly: true }),
  record(2, 2 * HOUR, { userAgent: 'cli', readOnly: true }),
  record(3, 3 * HOUR, { userAgent: 'boto', readOnly: false, errorCode: 'AccessDenied' }),
  record(4, 10 * HOUR, { userAgent: 'cli', readOnly: true }),
];

test('as a page asks: groups with what they are of, the time before, and how much of both was read', async () => {
  const { service } = await serviceWithArchive({ records });
  const client = await clientOf(service);
  const ask = (more: Partial<Body> = {}): Promise<Groups> =>
    client.call(groupEndpoints.groups, {
      body: {
        q: '',
        from: ago(4 * HOUR),
        to: ago(HOUR),
        scope: [SCOPE],
        groupings: [{ by: ['userAgent'] }],
        ...more,
      },
    });

  expect(await ask()).toMatchObject({ covered: 0, all: { count: 0 }, groupings: [{ total: 0 }] });
  const read = { from: Date.parse(ago(8 * HOUR)), to: Date.parse(ago(HOUR)) };
  await framesOf(service, request({ ...read, limit: 100 } as Parameters<typeof request>[0]));

  const cli = {
    values: ['cli'],
    count: 2,
    errors: 0,
    writes: 0,
    first: shown(ago(2 * HOUR)),
    last: shown(ago(HOUR)),
  };
  const at = shown(ago(3 * HOUR));
  const boto = { values: ['boto'], count: 1, errors: 1, writes: 1, first: at, last: at };
  expect(await ask()).toEqual({
    from: shown(ago(4 * HOUR)),
    to: shown(ago(HOUR)),
    all: { count: 3, errors: 1, writes: 1, first: at, last: shown(ago(HOUR)) },
    covered: 1,
    groupings: [{ rows: [cli, boto], total: 2, long: 0 }],
  });

  const { groupings, ...about } = await ask({
    since: ago(12 * HOUR),
    groupings: [
      { by: ['userAgent', 'readOnly'], order: 'errors', limit: 1 },
      { by: ['userAgent'], onlyNew: true },
    ],
  });
  // Only half of the time before was read: the older event there is not known.
  expect(about.before).toEqual({
    from: shown(ago(12 * HOUR)),
    to: shown(ago(4 * HOUR + 1)),
    count: 0,
    covered: expect.closeTo(0.5, 3),
  });
  expect(groupings).toEqual([
    { rows: [{ ...boto, values: ['boto', 'false'], before: 0 }], total: 2, fresh: 2, long: 0 },
    {
      rows: [
        { ...cli, before: 0 },
        { ...boto, before: 0 },
      ],
      total: 2,
      fresh: 2,
      long: 0,
    },
  ]);
  await framesOf(
    service,
    request({ from: Date.parse(ago(12 * HOUR)), to: Date.parse(ago(8 * HOUR)) } as never),
  );
  const known = await ask({
    since: ago(12 * HOUR),
    groupings: [{ by: ['userAgent'], onlyNew: true }],
  });
  expect(known.before).toMatchObject({ count: 1, covered: 1 });
  expect(known.groupings[0]).toMatchObject({ rows: [{ values: ['boto'] }], total: 2, fresh: 1 });

  const refused = { problem: { type: 'bad-request' } };
  await expect(ask({ groupings: [{ by: ['nonsense'] }] })).rejects.toMatchObject(refused);
  await expect(ask({ since: ago(HOUR) })).rejects.toMatchObject(refused);
  await expect(ask({ groupings: [{ by: ['userAgent'], onlyNew: true }] })).rejects.toMatchObject(
    refused,
  );
}, 30_000);
