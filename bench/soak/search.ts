import { parseArgs } from 'node:util';
import { inParts } from './long/in-parts.ts';

/**
 * Whatever was read before in whatever order, a search that ends complete has every event that AWS has: the test
 * `any-order` at length. `npm run soak -- search [--runs N] [--seed N]`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
inParts({
  name: 'search',
  file: 'apps/server/src/search/any-order.test.ts',
  times: Number(values.runs),
  variable: 'TRAILGLASS_RUNS',
  what: 'runs',
  seed: Number(values.seed),
});
