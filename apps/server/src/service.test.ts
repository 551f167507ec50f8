import { expect, test } from 'vitest';
import { serviceAgainstLocal } from '../test/against-local.ts';
import { ACCOUNT, NOW, record, REGION } from '../test/records.ts';
import { endOf, framesOf, idsOf, never, ofType, request } from '../test/searches.ts';

test('a search gives plan first, every event newest first, and a complete end', async () => {
  const records = Array.from({ length: 120 }, (_, n) => record(n, n * 60));
  const { service } = await serviceAgainstLocal({ records });
  const frames = await framesOf(service, request());
  expect(frames[0]).toEqual({
    type: 'plan',
    plan: {
      residual: '',
      from: '2026-10-21T12:00:00Z',
      to: '2026-11-20T12:00:00Z',
      notices: [],
    },
  });
  expect(idsOf(frames)).toEqual(records.map(({ eventID }) => eventID));
  expect(endOf(frames)).toEqual({ type: 'end', complete: true, matched: 120 });
  expect(ofType(frames, 'progress').at(-1)?.scopes).toEqual([
    {
      account: ACCOUNT,
      region: REGION,
      state: 'complete',
      readTo: '2026-10-21T12:00:00Z',
      events: 120,
      requests: 3,
    },
  ]);
});

test('an event that a list has just shown opens without a call; another is asked for by its id', async () => {
  const shown = record(1, 60);
  const older = record(2, 20 * 86_400);
  const { service, local } = await serviceAgainstLocal({ records: [shown, older] });
  await framesOf(service, request({ from: (NOW - 86_400_000) as typeof NOW }));
  const before = local.requests().length;
  const address = { account: ACCOUNT, region: REGION };
  const one = await service.event({ ...address, eventId: shown.eventID }, never);
  expect(local.requests().length).toBe(before);
  expect(JSON.parse(one.record)).toEqual(shown);
  const other = await service.event({ ...address, eventId: older.eventID }, never);
  expect(JSON.parse(other.record)).toEqual(older);
  expect(local.requests().at(-1)?.attribute).toEqual({ key: 'EventId', value: older.eventID });
  await expect(
    service.event({ ...address, eventId: record(3, 0).eventID, time: NOW }, never),
  ).rejects.toMatchObject({ problem: { type: 'not-found', account: ACCOUNT, region: REGION } });
});

test('about says who is calling', async () => {
  const { service } = await serviceAgainstLocal();
  expect(await service.about({ check: false })).toMatchObject({
    mode: 'endpoint',
    accounts: [{ id: ACCOUNT, name: 'local', caller: expect.stringContaining(ACCOUNT) }],
    regions: [REGION],
    now: expect.stringMatching(/^2026-11-20T12:00:0/),
  });
});
