import { parseArgs } from 'node:util';
import { inParts } from './long/in-parts.ts';

/**
 * The power fails at any moment, and of what the disk had not confirmed any sectors arrived: the test `power-loss` at
 * length. Needs strace. `npm run soak -- power [--states N] [--seed N]`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    states: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
inParts({
  name: 'power',
  file: 'apps/server/src/archive/store/file/power-loss.test.ts',
  times: Number(values.states),
  variable: 'TRAILGLASS_STATES',
  what: 'states',
  seed: Number(values.seed),
});
