import { performance } from 'node:perf_hooks';
import { onTestFinished } from 'vitest';

const TICK_MS = 5;
/** A tick that comes later than that, and nothing was computed meanwhile: the machine had no time for this process. */
const LATE_MS = 25;

/**
 * A stopwatch that stands still while the machine is busy with others: what a test says of speed is said of the product.
 * @returns reads it: the milliseconds in which this process computed, or waited and could have gone on
 */
export function timeGiven(): () => number {
  let given = 0;
  let at = performance.now();
  let computed = process.cpuUsage();
  const tick = (): void => {
    const passed = performance.now() - at;
    const { user, system } = process.cpuUsage(computed);
    given += Math.min(passed, Math.max(LATE_MS, (user + system) / 1000));
    at += passed;
    computed = process.cpuUsage();
  };
  const ticking = setInterval(tick, TICK_MS);
  onTestFinished(() => clearInterval(ticking));
  return () => {
    tick();
    return given;
  };
}
