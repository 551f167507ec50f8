import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * Whatever was read before in whatever order, a search that ends complete has every event that AWS has: the test
 * `any-order` at length, in parts, each of which says how it went. `npm run soak -- search [--runs N] [--seed N]`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const runs = Number(values.runs);
const PART = 500;
const test = [
  'run',
  '--reporter',
  'verbose',
  '--project',
  'server',
  'apps/server/src/search/any-order.test.ts',
];

const begun = performance.now();
let failed = 0;
for (let done = 0; done < runs && failed === 0; done += PART) {
  const part = Math.min(PART, runs - done);
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...test], {
    env: {
      ...process.env,
      TRAILGLASS_RUNS: String(part),
      TRAILGLASS_SEED: String(Number(values.seed) + done),
    },
    stdio: 'inherit',
  });
  failed = status ?? 1;
  const seconds = (performance.now() - begun) / 1000;
  const so = failed === 0 ? 'ok' : 'FAILED';
  console.log(
    `search: ${done + part} of ${runs} runs, ${seconds.toFixed(0)} s, ${((done + part) / seconds).toFixed(1)} a second: ${so}`,
  );
}
process.exitCode = failed;
