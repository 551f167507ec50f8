// npm test: everything that can be checked, to the end whatever fails; the last line counts.
import './node-version.mjs';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { at, cache } from './places.mjs';
import { prepare } from './prepare.mjs';
import { run, tool } from './program.mjs';
import { oneCheck, playwrightCount, vitestCount } from './reports.mjs';

const reports = { unit: join(cache, 'unit.json'), e2e: join(cache, 'e2e.json') };
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {() => Promise<import('./reports.mjs').Count>} work */
async function check(name, work) {
  console.log(`\n── ${name}`);
  await counted(name, work);
}

/** @param {string} name @param {() => Promise<import('./reports.mjs').Count>} work */
async function counted(name, work) {
  const start = performance.now();
  const { passed, failed, skipped } = await work();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${failed > 0 ? `${failed} failed` : 'good'}, ${seconds} s`);
}

/** Says nothing but its failures. @param {string} name @param {string} command @param {readonly string[]} args */
const quietly = (name, command, args) =>
  counted(name, async () => oneCheck(await run(command, args, { quiet: true })));

const lint = ['--type-aware', '--deny-warnings'];

async function checkSources() {
  await quietly('types', process.execPath, [at('apps/launch/types.mjs')]);
  await quietly('lint', tool('oxlint'), ['-c', at('oxlint.config.mjs'), ...lint]);
  await quietly('dead code', tool('knip'), []);
  await quietly('format', tool('oxfmt'), ['--check', '.']);
}

await prepare(['local', 'server', 'web']);
for (const file of Object.values(reports)) rmSync(file, { force: true });

// Tests wait for servers and clocks more than they compute, so the sources are checked meanwhile.
const sources = checkSources();
await check('unit, property and integration tests', async () => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`];
  return vitestCount(reports.unit, await run(tool('vitest'), ['run', ...reporters]));
});
await sources;
await check('end to end, in Chromium', async () => {
  if (!readdirSync(at('e2e')).some((name) => name.endsWith('.spec.ts'))) {
    console.log('There are none yet.');
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const found = await browser();
  if ('failure' in found) {
    console.error(found.failure);
    return oneCheck(1);
  }
  const env = { CHROMIUM: found.path, PLAYWRIGHT_JSON_OUTPUT_NAME: reports.e2e };
  const args = ['test', '-c', 'e2e', '--reporter=line,json', '--retries=1'];
  const code = await run(tool('playwright', 'e2e'), args, { env });
  const { again, ...count } = playwrightCount(reports.e2e, code);
  for (const name of again) console.log(`Passed at the second try only: ${name}`);
  return count;
});

const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
