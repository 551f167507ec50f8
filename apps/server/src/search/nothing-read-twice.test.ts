import { everything, type Filter } from '@trailglass/query';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { lookups, serviceAgainstLocal, serviceOf, unlimited } from '../../test/against-local.ts';
import { ACCOUNT, ago, HOUR, NOW, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, named, never, ofType, request } from '../../test/searches.ts';
import type { SearchRequest } from './search.types.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 30_000 });

/** Two events a minute over five hours, every fourth alice's, every third a RunInstances. */
const records = Array.from({ length: 600 }, (_, n) =>
  record(n, n * 30, {
    eventName: n % 3 === 0 ? 'RunInstances' : 'DescribeInstances',
    userIdentity: { type: 'IAMUser', userName: n % 4 === 0 ? 'alice' : 'bob', accountId: ACCOUNT },
  }),
);
const alice: Filter = {
  kind: 'is',
  subject: { kind: 'field', name: 'username' },
  value: 'alice',
};
const both = (...of: Filter[]): Filter => ({ kind: 'and', of });
/** What was read an hour after it happened is as it will be. */
const settled = (more: Partial<SearchRequest> = {}): SearchRequest =>
  request({ from: ago(4 * HOUR), to: ago(HOUR), ...more });
const idsWhere = (keep: (n: number) => boolean): string[] =>
  records.filter((_, n) => keep(n)).map(({ eventID }) => eventID);
const inSettled = (n: number): boolean => n * 30 >= HOUR && n * 30 <= 4 * HOUR;

async function start(place: Parameters<typeof archiveIn>[0] = { kind: 'memory' }) {
  const archive = await archiveIn(place);
  const { local, service } = await serviceAgainstLocal({ ...unlimited, records, archive });
  const ask = async (asked: SearchRequest, by = service) => {
    const before = lookups(local);
    const frames = await framesOf(by, asked);
    return { frames, ids: idsOf(frames), calls: lookups(local) - before };
  };
  return { archive, local, service, ask };
}

test('the same search again asks AWS nothing, gives the same rows, and says that it asked nothing', async () => {
  const { ask } = await start();
  const first = await ask(settled());
  expect(first.ids).toEqual(idsWhere(inSettled));
  expect(first.calls).toBe(8);
  const again = await ask(settled());
  expect(again.calls).toBe(0);
  expect(again.ids).toEqual(first.ids);
  expect(endOf(again.frames)).toEqual({ type: 'end', complete: true, matched: 361 });
  expect(ofType(again.frames, 'progress').at(-1)?.scopes).toEqual([
    expect.objectContaining({ state: 'complete', events: 361, requests: 0 }),
  ]);
});

test('refined, narrowed and paged: nothing that was read is asked for again', async () => {
  const { ask } = await start();
  await ask(settled());
  const refined = await ask(settled({ filter: alice }));
  expect([refined.calls, refined.ids]).toEqual([0, idsWhere((n) => inSettled(n) && n % 4 === 0)]);
  const narrowed = await ask(
    settled({ filter: both(alice, named('RunInstances')), from: ago(2 * HOUR) }),
  );
  expect(narrowed.calls).toBe(0);
  expect(narrowed.ids).toEqual(idsWhere((n) => inSettled(n) && n * 30 <= 2 * HOUR && n % 12 === 0));
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(settled({ limit: 100, ...(cursor === undefined ? {} : { cursor }) }));
    expect(page.calls).toBe(0);
    pages.push(...page.ids);
    cursor = endOf(page.frames).next;
  } while (cursor !== undefined);
  expect(pages).toEqual(idsWhere(inSettled));
});

test('widened, only the gap is asked for; its rows and those of before are one list', async () => {
  const { ask } = await start();
  await ask(settled({ from: ago(3 * HOUR), to: ago(2 * HOUR) }));
  const wide = await ask(settled());
  expect(wide.ids.toSorted()).toEqual(idsWhere(inSettled).toSorted());
  expect(new Set(wide.ids).size).toBe(wide.ids.length);
  // 120 events above and 120 below what was read: three pages each, where the whole has eight.
  expect(wide.calls).toBe(6);
  expect((await ask(settled())).calls).toBe(0);
});

test('read by one attribute, it is read for every filter that requires it, and for no other', async () => {
  const { ask } = await start();
  await ask(settled({ filter: alice }));
  const stricter = await ask(settled({ filter: both(alice, named('RunInstances')) }));
  expect(stricter.calls).toBe(0);
  expect(stricter.ids).toEqual(idsWhere((n) => inSettled(n) && n % 12 === 0));
  const other = await ask(settled({ filter: named('RunInstances') }));
  expect(other.calls).toBeGreaterThan(0);
  expect(other.ids.toSorted()).toEqual(idsWhere((n) => inSettled(n) && n % 3 === 0).toSorted());
});

test('who comes down to where somebody else has read meanwhile goes on from what was kept', async () => {
  const { local, service } = await serviceAgainstLocal({
    local: { ratePerSecond: 0, latencyMs: 150 },
    lookup: { perSecond: 1_000 },
    records,
    archive: await archiveIn({ kind: 'memory' }),
  });
  const [, upper] = await Promise.all([
    framesOf(service, settled({ to: ago(2 * HOUR) })),
    framesOf(service, settled()),
  ]);
  expect(idsOf(upper)).toEqual(idsWhere(inSettled));
  expect(endOf(upper).complete).toBe(true);
  // Five pages for the one, and eight for the other if it did not look.
  expect(lookups(local)).toBeLessThan(12);
});

test('the newest 15 minutes are asked for again, and what came late is found', async () => {
  const { ask, local } = await start();
  const asked = request({ from: ago(2 * HOUR), to: NOW });
  await ask(asked);
  const late = record('late', 5 * 60, { eventName: 'DeleteTrail' });
  local.add([late]);
  const again = await ask(asked);
  expect(again.calls).toBe(1);
  expect(again.ids).toContain(late.eventID);
  expect(again.ids).toHaveLength(241 + 1);
});

test('after a restart with the same folder nothing is asked for again', async () => {
  const folder = emptyFolder();
  const { archive, local, service, ask } = await start(inFolder(folder));
  const first = await ask(settled());
  await service.close();
  await archive.close();
  const restarted = await serviceOf(local, {
    ...unlimited,
    archive: await archiveIn(inFolder(folder)),
  });
  const again = await ask(settled({ filter: everything }), restarted);
  expect([again.calls, again.ids]).toEqual([0, first.ids]);
});

test('an event that was ever read opens without a call, by its id alone and with a wrong time too', async () => {
  const { archive, local, ask } = await start();
  const { ids } = await ask(settled());
  const fresh = await serviceOf(local, { ...unlimited, archive });
  const before = lookups(local);
  for (const [n, time] of [undefined, ago(2 * HOUR), ago(50 * 24 * HOUR)].entries()) {
    const address = { account: ACCOUNT, region: REGION, eventId: ids[n]!, ...(time && { time }) };
    expect(JSON.parse((await fresh.event(address, never)).record)).toEqual(
      records.find(({ eventID }) => eventID === ids[n]),
    );
  }
  expect(lookups(local)).toBe(before);
});

test('when AWS refuses, what was read before is shown, then why the rest is not', async () => {
  const { ask, local } = await start();
  await ask(settled());
  local.setFaults([{ kind: 'denied' }]);
  const { frames, ids } = await ask(settled({ to: NOW }));
  expect(ids).toEqual(idsWhere(inSettled));
  expect(ofType(frames, 'problem')).toMatchObject([{ problem: { type: 'access-denied' } }]);
  expect(endOf(frames)).toMatchObject({ complete: false });
  expect(frames.findIndex(({ type }) => type === 'rows')).toBeLessThan(
    frames.findIndex(({ type }) => type === 'problem'),
  );
});

test('a store that dies in the middle of a search costs calls, not rows, and is said once', async () => {
  const { archive, service, ask, local } = await start();
  await ask(settled({ to: ago(2 * HOUR) }));
  const frames = [];
  for await (const frame of service.search(settled({ limit: 1000 }), never)) {
    frames.push(frame);
    if (frame.type === 'rows' && frames.filter(({ type }) => type === 'rows').length === 2)
      process.kill(archive.storePid()!, 'SIGKILL');
  }
  expect(idsOf(frames).toSorted()).toEqual(idsWhere(inSettled).toSorted());
  expect(endOf(frames).complete).toBe(true);
  expect(ofType(frames, 'problem')).toMatchObject([{ problem: { type: 'archive-failed' } }]);
  await expect
    .poll(
      () =>
        archive.summary().then(
          () => 'up',
          () => 'down',
        ),
      { timeout: 20_000 },
    )
    .toBe('up');
  expect((await ask(settled())).ids).toHaveLength(361);
  const before = lookups(local);
  await ask(settled());
  expect(lookups(local)).toBe(before);
});
