import { expect, test } from 'vitest';
import { serviceAgainstLocal, serviceWithArchive } from '../../test/against-local.ts';
import { ACCOUNT, ago, HOUR, record, REGION, SCOPE } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';
import type { SearchRequest } from './search.types.ts';
import type { Service } from '../service.types.ts';
import { timeGiven } from '../../test/time-given.ts';

const quick = {
  local: { ratePerSecond: 0 },
  lookup: { perSecond: 1_000, backoff: { baseMs: 1, capMs: 2 } },
} as const;
/** Two events a minute over ten hours. */
const records = Array.from({ length: 1_200 }, (_, n) => record(n, n * 30));
const idsOlderThan = (seconds: number): string[] =>
  records.filter((_, n) => n * 30 >= seconds).map(({ eventID }) => eventID);

/** Everything but the newest two hours has been read. */
async function start() {
  const { archive, local, service } = await serviceWithArchive({ ...quick, records });
  await framesOf(service, request({ from: ago(10 * HOUR), to: ago(2 * HOUR) }));
  return { local, service, archive };
}
const whole = request({ from: ago(10 * HOUR), limit: 200 });

/** As a reader scrolls: on and on until nothing moves any more. */
async function scroll(service: Service, asked: SearchRequest) {
  const pages = [];
  for (let cursor = asked.cursor; ;) {
    const frames = await framesOf(service, { ...asked, ...(cursor && { cursor }) });
    const scopes = ofType(frames, 'progress').at(-1)?.scopes ?? [];
    pages.push({ ids: idsOf(frames), scopes, end: endOf(frames) });
    const { next } = endOf(frames);
    if (next === undefined || scopes.every((s) => s.state === 'failed' && s.known === 'all'))
      return pages;
    cursor = next;
  }
}

test('below a gap that keeps failing all kept rows can be read, page after page, and the gap stays marked', async () => {
  const { local, service } = await start();
  local.setFaults([{ kind: 'denied' }]);
  const pages = await scroll(service, whole);
  expect(pages.flatMap(({ ids }) => ids)).toEqual(idsOlderThan(2 * HOUR));
  expect(pages.map(({ ids }) => ids.length)).toEqual([200, 200, 200, 200, 160]);
  for (const { scopes, end } of pages) {
    expect(end.complete).toBe(false);
    expect(end.next).toBeDefined();
    // Nothing is claimed below the gap's upper end, whatever was shown there.
    expect(scopes).toMatchObject([{ state: 'failed', events: 0, answeredAt: expect.any(String) }]);
    expect(scopes[0]?.readTo).toBeUndefined();
  }
  expect(pages.map(({ scopes }) => scopes[0]?.known)).toEqual([
    'more',
    'more',
    'more',
    'more',
    'all',
  ]);
});

test('once it can be read the gap is read first, and all together is whole', async () => {
  const { local, service } = await start();
  local.setFaults([{ kind: 'denied' }]);
  const [first] = await scroll(service, whole);
  local.setFaults([]);
  const rest = await scroll(service, { ...whole, cursor: first!.end.next! });
  const all = [...new Set([...first!.ids, ...rest.flatMap(({ ids }) => ids)])];
  expect(all.toSorted()).toEqual(records.map(({ eventID }) => eventID).toSorted());
  expect(rest.at(-1)?.end).toMatchObject({ complete: true });
});

test('a second gap further down is reached too: its rows below stay in reach', async () => {
  const { archive } = await start();
  const { local, service } = await serviceAgainstLocal({ ...quick, records, archive });
  await framesOf(service, request({ from: ago(HOUR), to: ago(HOUR / 2) }));
  local.setFaults([{ kind: 'denied' }]);
  const pages = await scroll(service, { ...whole, to: ago(HOUR / 2) });
  expect(pages.flatMap(({ ids }) => ids).toSorted()).toEqual(
    [...idsOlderThan(HOUR / 2).slice(0, 61), ...idsOlderThan(2 * HOUR)].toSorted(),
  );
  // The hour above the gap is read and said to be.
  expect(pages.at(-1)?.scopes[0]?.readTo).toBe('2026-11-20T11:00:00Z');
});

test('a Region that keeps failing holds up no other', async () => {
  const other = records.map((_, n) =>
    record(5_000 + n, n * 30, { awsRegion: 'us-east-1', eventName: 'RunInstances' }),
  );
  const { local, service } = await serviceWithArchive({
    ...quick,
    lookup: { ...quick.lookup, deadlineMs: 1_500 },
    records: [...records, ...other],
    regions: [REGION, 'us-east-1'],
  });
  await framesOf(service, request({ from: ago(10 * HOUR), to: ago(2 * HOUR) }));
  local.setFaults([{ kind: 'denied', region: REGION }]);
  const scopes = [SCOPE, `${ACCOUNT}:us-east-1`];
  const first = await framesOf(service, { ...whole, scopes });
  local.setFaults([{ kind: 'silence', region: REGION }]);
  const begun = timeGiven();
  let rows = 0;
  for await (const frame of service.search(
    { ...whole, scopes, cursor: endOf(first).next! },
    new AbortController().signal,
  )) {
    if (frame.type === 'rows') rows += frame.events.filter((e) => e.region === 'us-east-1').length;
    if (rows >= 100) break;
  }
  expect(rows).toBeGreaterThanOrEqual(100);
  expect(begun()).toBeLessThan(1_400);
});
