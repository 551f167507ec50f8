// npm run bench -- NAME: what is fast, measured by bench/NAME.ts against the built product.
import './node-version.mjs';
import { readdirSync } from 'node:fs';
import { at } from './places.mjs';
import { prepare } from './prepare.mjs';

const names = readdirSync(at('bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.slice(0, -3));
const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, with one of: ${names.join(', ') || 'none yet'}`);
  process.exit(2);
}
await prepare(['local', 'server', 'web']);
// Only now: before, Vite may not have been installed.
const { runTypeScript } = await import('./run-typescript.mjs');
await runTypeScript(`bench/${name}.ts`);
