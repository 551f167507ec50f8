import { startTrailglass } from '@trailglass/dev-env';
import { awsCli } from './crawl/aws-cli.ts';
import { recordFile } from './crawl/record-file.ts';
import { calls, readEverything } from './crawl/read-everything.ts';
import { report } from './figures/report.ts';

/**
 * How close a whole read comes to what the quota allows: two LookupEvents a second, fifty events each, with 200 ms
 * until each answer. `npm run bench -- crawl [--pages N]`
 */
const flag = process.argv.indexOf('--pages');
const pages = flag < 0 ? 60 : Number(process.argv[flag + 1]);
const events = pages * 50;
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'sa-east-1',
];

await using records = await recordFile(regions, events);
const started = {
  local: ['--records', records.path, '--latency', '200'],
  server: ['--regions', regions.join(',')],
};
const quotaMs = (events / 50 / 2) * 1000;

const one = await (async () => {
  await using product = await startTrailglass(started);
  const ms = await readEverything(product.url, regions.slice(0, 1), events);
  return { ms, ...calls(await product.requests()) };
})();
const all = await (async () => {
  await using product = await startTrailglass(started);
  const ms = await readEverything(product.url, regions, events * regions.length);
  return { ms, ...calls(await product.requests()) };
})();
const cli = await (async () => {
  await using product = await startTrailglass(started);
  return await awsCli(product.localUrl, regions[0] ?? '', events);
})();

report(`crawl: ${events.toLocaleString('en')} events a Region, 200 ms latency`, [
  { what: 'one Region ÷ quota', ratio: one.ms / quotaMs, target: 1.02 },
  { what: '17 Regions ÷ one Region', ratio: all.ms / one.ms, target: 1.1 },
  { what: 'throttled calls', ratio: one.throttled + all.throttled, target: 0 },
  { what: 'most calls in a sliding second', ratio: Math.max(one.densest, all.densest), target: 2 },
  ...(cli
    ? [{ what: 'one Region ÷ aws cloudtrail lookup-events', ratio: one.ms / cli, target: 1.02 }]
    : []),
]);
