// npm run shots: pictures of every screen and state, light and dark.
import './node-version.mjs';
import { browser } from './browser.mjs';
import { prepare } from './prepare.mjs';
import { run, tool } from './program.mjs';

await prepare(['local', 'server', 'web']);
const found = await browser();
if ('failure' in found) {
  console.error(found.failure);
  process.exit(1);
}
const args = ['test', '-c', 'e2e/shots', ...process.argv.slice(2)];
process.exit(await run(tool('playwright', 'e2e'), args, { env: { CHROMIUM: found.path } }));
