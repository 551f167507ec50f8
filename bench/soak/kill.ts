import { parseArgs } from 'node:util';
import { quantile } from '../figures/quantile.ts';
import { report } from '../figures/report.ts';
import { type Cycle, killLoop } from './kill/kill-loop.ts';

/**
 * The server or its store is killed at random moments while several readers search and AWS misbehaves; after each kill
 * everything that anybody was shown must be there, once, and what is claimed to have been read must have been.
 * `npm run soak -- kill [--cycles N] [--seed N]`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    cycles: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
console.log(`kill: ${values.cycles} cycles, --seed ${seed}\n`);
console.log(
  'cycle  killed  read ms  back ms   events   claims    shown  lost  twice  unfounded  answered  503  cut  wrong',
);

const cycles: Cycle[] = [];
for await (const cycle of killLoop({
  cycles: Number(values.cycles),
  seed,
  scopes: 16,
  perScope: 1_500,
  readers: 5,
  cyclesPerArchive: 20,
})) {
  cycles.push(cycle);
  const { answered, left, cut } = cycle.outcomes;
  console.log(
    [
      String(cycles.length).padStart(5),
      cycle.target.padEnd(6),
      ...(
        [
          [cycle.readMs, 7],
          [Math.round(cycle.backMs), 7],
          [cycle.events, 7],
          [cycle.claims, 7],
          [cycle.promised, 7],
          [cycle.lost.length, 4],
          [cycle.duplicates, 5],
          [cycle.unfounded.length, 9],
          [answered + left, 8],
          [cycle.outcomes['archive-failed'], 3],
          [cut, 3],
          [cycle.wrong.length, 5],
        ] as const
      ).map(([value, width]) => String(value).padStart(width)),
    ].join('  '),
  );
  for (const complaint of cycle.wrong) console.log(`       ${complaint}`);
}

const sum = (of: (cycle: Cycle) => number): number =>
  cycles.reduce((total, cycle) => total + of(cycle), 0);
const back = (of: (cycle: Cycle) => boolean): number =>
  quantile(
    cycles.filter(of).map(({ backMs }) => backMs / 1000),
    0.95,
  );
report(`kill: ${cycles.length} cycles`, [
  { what: 'events that were shown and are lost', ratio: sum(({ lost }) => lost.length), target: 0 },
  { what: 'events that are there twice', ratio: sum(({ duplicates }) => duplicates), target: 0 },
  {
    what: 'events claimed to have been read that were not',
    ratio: sum(({ unfounded }) => unfounded.length),
    target: 0,
  },
  { what: 'answers that should not have been', ratio: sum(({ wrong }) => wrong.length), target: 0 },
  {
    what: 'store killed, seconds until it answers, p95',
    ratio: back(({ target }) => target === 'store'),
    target: 1,
  },
  {
    what: 'server killed, seconds until it answers, p95',
    ratio: back(({ target }) => target !== 'store'),
    target: 1,
  },
]);
