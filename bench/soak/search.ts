import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * Whatever was read before in whatever order, a search that ends complete has every event that AWS has: the test
 * `any-order` at length. `npm run soak -- search [--runs N] [--seed N]`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const test = [
  'run',
  '--reporter',
  'verbose',
  '--project',
  'server',
  'apps/server/src/search/any-order.test.ts',
];
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...test], {
  env: {
    ...process.env,
    TRAILGLASS_RUNS: values.runs,
    ...(values.seed !== undefined && { TRAILGLASS_SEED: values.seed }),
  },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
