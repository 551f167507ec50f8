import { span } from '../../../test/seconds.ts';
import { everything } from '@trailglass/query';
import { expect, test, vi } from 'vitest';
import { archiveIn } from '../../../test/against-archive.ts';
import { NOW, scope } from '../../../test/records.ts';
import { never } from '../../../test/searches.ts';
import type { Request } from '../protocol/protocol.ts';
import { Suspects } from './suspects.ts';

const MIN = 60_000;
const read = (limit: number): Request => ({
  op: 'read',
  ...scope,
  ...span(0, NOW / 1000),
  filter: everything,
  limit,
});

test('what was there at three deaths is refused for ten minutes, then tried again, once', () => {
  let now = 0;
  const suspects = new Suspects(() => now);
  const [deadly, other] = [read(1), read(2)];
  for (let death = 1; death <= 3; death += 1) {
    expect(suspects.refusedMs(deadly)).toBe(0);
    suspects.died([deadly, other, deadly]);
    suspects.answered(other);
  }
  expect([suspects.refusedMs(deadly), suspects.refusedMs(other)]).toEqual([10 * MIN, 0]);
  now = 10 * MIN;
  expect(suspects.refusedMs(deadly)).toBe(0);
  suspects.died([deadly]);
  expect(suspects.refusedMs(deadly)).toBe(10 * MIN);
});

test('an answer clears of every suspicion; what looks at no event is never suspected', () => {
  const suspects = new Suspects(() => 0);
  const lookout: Request = { op: 'alive' };
  const once = read(1);
  for (let death = 0; death < 5; death += 1) {
    suspects.died([once, lookout]);
    if (death % 2 === 1) suspects.answered(once);
  }
  expect([suspects.refusedMs(once), suspects.refusedMs(lookout)]).toEqual([0, 0]);
});

test(
  'S15: a question that the store died of three times is refused in words; others are answered',
  { timeout: 60_000 },
  async () => {
    vi.setConfig({ testTimeout: 60_000 });
    const archive = await archiveIn({ kind: 'memory' });
    const ask = (limit: number) =>
      archive.read(scope, { ...span(0, NOW / 1000), filter: everything, limit }, never);
    const up = () =>
      expect
        .poll(
          () =>
            ask(2).then(
              () => 'up',
              () => 'down',
            ),
          { timeout: 20_000 },
        )
        .toBe('up');
    for (let death = 1; death <= 3; death += 1) {
      await up();
      const asked = ask(1);
      process.kill(archive.storePid()!, 'SIGKILL');
      await expect(asked).rejects.toThrow(/stopped while it was asked/);
    }
    await up();
    await expect(ask(1)).rejects.toThrow(
      'The event archive stopped each time it was asked this, so it is not asked again for 10 min. Other questions are answered.',
    );
    expect((await ask(3)).found).toEqual([]);
  },
);
