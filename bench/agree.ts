import { spawnSync } from 'node:child_process';

/**
 * Whether SQL and `match` agree on 100,000 pairs of a random filter and a random record, numbers beyond 2^53, odd
 * spellings and broken records among them: the test of the same name at length. `npm run bench -- agree [--pairs N]`
 */
const flag = process.argv.indexOf('--pairs');
const pairs = flag < 0 ? 100_000 : Number(process.argv[flag + 1]);

const test = [
  'run',
  '--reporter',
  'verbose',
  '--project',
  'server',
  'apps/server/src/archive/queries/matching/to-sql.test.ts',
];
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...test], {
  env: { ...process.env, TRAILGLASS_PAIRS: String(pairs) },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
