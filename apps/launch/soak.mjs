// npm run soak -- NAME: what must hold for a long time, tried for a long time by bench/soak/NAME.ts.
import './node-version.mjs';
import { readdirSync } from 'node:fs';
import { at } from './places.mjs';
import { prepare } from './prepare.mjs';

const names = readdirSync(at('bench/soak'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3));
const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`npm run soak -- NAME, with one of: ${names.join(', ')}`);
  process.exit(2);
}
await prepare(['local', 'server', 'web']);
// Only now: before, Vite may not have been installed.
const { runTypeScript } = await import('./run-typescript.mjs');
await runTypeScript(`bench/soak/${name}.ts`);
