import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serviceAgainstLocal, type Setting } from '../../test/against-local.ts';
import { NOW, record } from '../../test/records.ts';
import { endOf, framesOf, idsOf, named, request } from '../../test/searches.ts';

const records = Array.from({ length: 170 }, (_, n) => record(n, n * 60));
const ids = records.map(({ eventID }) => eventID).toSorted();

async function start(more: Setting['local'] = {}) {
  const { local, service } = await serviceAgainstLocal({
    records,
    local: { latencyMs: 100, ...more },
  });
  const calls = () => local.requests().filter(({ operation }) => operation === 'LookupEvents');
  return { local, service, calls };
}

test('the same search asked several times at once is read once, and each gets all of it', async () => {
  const { service, calls } = await start();
  const all = await Promise.all(Array.from({ length: 5 }, () => framesOf(service, request())));
  for (const frames of all) {
    expect(idsOf(frames).toSorted()).toEqual(ids);
    expect(endOf(frames).complete).toBe(true);
  }
  // 170 events are four pages.
  expect(calls()).toHaveLength(4);
});

test('another window, attribute or limit of rows is another question only where AWS would be asked another', async () => {
  const { service, calls } = await start();
  const few = request({ limit: 20 });
  await Promise.all([framesOf(service, few), framesOf(service, { ...few, limit: 30 })]);
  expect(calls()).toHaveLength(1);
  await Promise.all([
    framesOf(service, few),
    framesOf(service, { ...few, filter: named('RunInstances') }),
    framesOf(service, { ...few, to: (NOW - 1_000) as typeof NOW }),
  ]);
  expect(calls()).toHaveLength(4);
});

test('who leaves takes nothing from the others; the last to leave takes the call along', async () => {
  const { local, service, calls } = await start({ latencyMs: 400 });
  const [one, other] = [new AbortController(), new AbortController()];
  const reading = [one, other].map(({ signal }) => framesOf(service, request(), signal));
  await sleep(200);
  one.abort();
  await reading[0];
  await sleep(700);
  expect(calls().length).toBeGreaterThan(1);
  other.abort();
  await reading[1];
  const then = local.requests().length;
  await sleep(1_500);
  expect(local.requests()).toHaveLength(then);
});

test('a failure that is shared is each one’s own to get over', async () => {
  const { local, service } = await start({ ratePerSecond: 0 });
  local.setFaults([{ kind: 'error500', p: 1 }]);
  const reading = [request(), request(), request()].map((asked) => framesOf(service, asked));
  await sleep(800);
  local.setFaults([]);
  for (const frames of await Promise.all(reading)) {
    expect(endOf(frames).complete).toBe(true);
    expect(idsOf(frames).toSorted()).toEqual(ids);
  }
}, 30_000);
