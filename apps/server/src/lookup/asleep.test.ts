import { setTimeout as sleep } from 'node:timers/promises';
import type { EpochMs } from '@trailglass/record';
import { expect, onTestFinished, test, vi } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { record } from '../../test/records.ts';
import { endOf, framesOf, idsOf, request } from '../../test/searches.ts';

const HOURS_8 = 8 * 3_600_000;

/** The wall clock of this machine, which a sleep moves on; the monotonic one stops meanwhile. */
function clock(): { sleep: () => void; now: () => number } {
  let asleep = 0;
  const right = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => right() + asleep);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  return { sleep: () => (asleep = HOURS_8), now: () => Date.now() };
}

test('U24: a machine that slept for eight hours goes on reading, no faster than before, and believes nothing of then', async () => {
  const { sleep: fallAsleep, now } = clock();
  const start = now();
  const at = (secondsAgo: number): { eventTime: string } => ({
    eventTime: new Date(Math.floor((start - secondsAgo * 1000) / 1000) * 1000).toISOString(),
  });
  const records = Array.from({ length: 420 }, (_, n) => record(n, 0, at(60 + n * 10)));
  const { local, service } = await serviceAgainstLocal({
    local: { now: undefined, realTime: now, latencyMs: 300 },
    records,
    archive: await archiveIn({ kind: 'memory' }),
  });
  const asked = request({ from: (start - 86_400_000) as EpochMs, to: start as EpochMs });
  const reading = framesOf(service, asked);
  // The first answers are on their way when it falls asleep.
  await sleep(150);
  fallAsleep();
  const frames = await reading;
  expect(endOf(frames).complete).toBe(true);
  expect(idsOf(frames)).toHaveLength(420);
  const times = local
    .requests()
    .filter(({ operation }) => operation === 'LookupEvents')
    .map(({ at: when }) => when);
  for (const first of times)
    expect(times.filter((t) => t >= first && t < first + 1_000).length).toBeLessThanOrEqual(2);

  // What happened shortly before the sleep came late; no answer of before it can have had it.
  const late = record('late', 0, at(90));
  local.add([late]);
  const again = await framesOf(service, asked);
  expect(idsOf(again)).toContain(late.eventID);
  expect(idsOf(again)).toHaveLength(421);
}, 30_000);
