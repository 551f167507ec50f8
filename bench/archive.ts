import { openByHand } from './archive/by-hand.ts';
import { counts, rowsBesideCounts } from './archive/counts.ts';
import { logFiles, onDisk } from './archive/files.ts';
import { exports } from './archive/exports.ts';
import { groups } from './archive/groups.ts';
import { madeArchive } from './archive/made-archive.ts';
import { firstRows, newestRows } from './archive/rows.ts';
import { serve } from './archive/serve.ts';
import { words } from './archive/words.ts';
import { ms } from './figures/interleaved.ts';
import { quantile } from './figures/quantile.ts';
import { type Line, report } from './figures/report.ts';

/**
 * The archive through the real server, against SQL by hand on a copy of the same file in the same run.
 * `npm run bench -- archive [--events 1000000] [--only disk,rows,newest,counts,groups,beside,words,files,exports,start]`
 */
const flag = process.argv.indexOf('--events');
const about = flag < 0 ? 1_000_000 : Number(process.argv[flag + 1]);
const made = await madeArchive(about);
const { events, claims, scopes } = made;
const title = `archive: ${events.toLocaleString('en')} events, ${claims.toLocaleString('en')} claims, ${scopes.length} scopes`;
console.log(title);

const only = process.argv.indexOf('--only');
const parts = only < 0 ? undefined : (process.argv[only + 1] ?? '').split(',');
const lines: Line[] = [];
const measure = async (name: string, work: () => Promise<Line[]> | Line[]): Promise<void> => {
  if (parts === undefined || parts.includes(name)) lines.push(...(await work()));
};

await using hand = await openByHand(made);
await using served = await serve(made);
await measure('disk', () => onDisk(made));
await measure('rows', () => firstRows(served, made));
await measure('newest', () => newestRows(served, hand, made));
await measure('counts', () => counts(served, hand, made));
await measure('groups', () => groups(served, hand, made));
await measure('beside', () => rowsBesideCounts(served, made));
await measure('words', () => words(served, hand, made));
await measure('files', () => logFiles(served, made));
await measure('exports', () => exports(served, hand, made));
await measure('start', async () => {
  const times = [served.startMs];
  for (let round = 0; round < 4; round += 1) times.push(await served.startAgain());
  const median = quantile(times, 0.5);
  console.log(
    `  start to ready: ${ms(median)}, the slowest of ${times.length} ${ms(Math.max(...times))}`,
  );
  return [{ what: 'start to ready ÷ 1 s', ratio: median / 1000, target: 1 }];
});
lines.push({ what: 'look-ups asked of AWS', ratio: await served.lookups(), target: 0 });
report(title, lines);
