import { spawnSync } from 'node:child_process';

/** A test of the server that takes how often it is to try, and with which seed, from its environment. */
export interface LongTest {
  readonly name: string;
  readonly file: string;
  readonly times: number;
  /** The environment's name for how often. */
  readonly variable: string;
  /** What is tried so often. */
  readonly what: string;
  readonly seed: number;
}

const PART = 500;

/** Runs a test at length, in parts, each of which says how it went; ends with the first that fails. */
export function inParts({ name, file, times, variable, what, seed }: LongTest): void {
  const run = ['run', '--reporter', 'verbose', '--project', 'server', file];
  const begun = performance.now();
  let failed = 0;
  for (let done = 0; done < times && failed === 0; done += PART) {
    const part = Math.min(PART, times - done);
    const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...run], {
      env: {
        ...process.env,
        [variable]: String(part),
        TRAILGLASS_SEED: String(seed + done),
      },
      stdio: 'inherit',
    });
    failed = status ?? 1;
    const seconds = (performance.now() - begun) / 1000;
    const so = failed === 0 ? 'ok' : 'FAILED';
    console.log(
      `${name}: ${done + part} of ${times} ${what}, ${seconds.toFixed(0)} s, ${((done + part) / seconds).toFixed(1)} a second: ${so}`,
    );
  }
  process.exitCode = failed;
}
