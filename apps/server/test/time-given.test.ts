import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { timeGiven } from './time-given.ts';

test('waiting counts, and so does computing; standing still without either does not', async () => {
  const waited = timeGiven();
  await sleep(300);
  expect(waited()).toBeGreaterThan(100);

  const computed = timeGiven();
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 300_000);
  expect(computed()).toBeGreaterThan(250);

  // As when the machine gives this process no time.
  const stood = timeGiven();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(stood()).toBeLessThan(250);
});
