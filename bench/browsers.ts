import { rowsOf } from './archive/ask.ts';
import { madeArchive } from './archive/made-archive.ts';
import { serve } from './archive/serve.ts';
import { quantile } from './figures/quantile.ts';
import { report } from './figures/report.ts';

/** Fifty people who page through a million events at once, fifty rows a page. `npm run bench -- browsers` */
const browsers = 50;
const pages = 8;
const limit = 50;
const filters = ['', 'readOnly:false', 'source:ec2.amazonaws.com', 'error:*', 'region:eu-west-1'];

const made = await madeArchive(1_000_000);
await using served = await serve(made);
const times: number[] = [];

/** Pages of one reader, each going on behind the one before, with a moment to look at it. */
async function read(reader: number): Promise<void> {
  const q = filters[reader % filters.length] ?? '';
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { ms, rows, next } = await rowsOf(served.url, { q, scopes: made.scopes, limit, cursor });
    if (rows < limit) throw new Error(`${q}: a page of ${rows} rows`);
    times.push(ms);
    cursor = next;
    await new Promise((resolve) => {
      setTimeout(resolve, 500 + ((reader * 37 + page * 101) % 1000));
    });
  }
}

await rowsOf(served.url, { q: '', scopes: made.scopes, limit });
await Promise.all(Array.from({ length: browsers }, (_, reader) => read(reader)));
const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
console.log(`  ${times.length} pages: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
report(
  `browsers: ${browsers} at once, ${limit} rows a page, ${made.events.toLocaleString('en')} events`,
  [
    { what: 'a page: p99 ÷ 250 ms', ratio: p99 / 250, target: 1 },
    { what: 'look-ups asked of AWS', ratio: await served.lookups(), target: 0 },
  ],
);
