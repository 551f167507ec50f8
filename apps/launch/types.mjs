// npm run types: every part by its own tsconfig; all errors, not only those of the first part.
import './node-version.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { at } from './places.mjs';
import { run, tool } from './program.mjs';

const parts = [
  ...['record', 'query', 'api', 'cloudtrail-local', 'dev-env'].map((name) => `packages/${name}`),
  'apps/server',
  'apps/web',
  'e2e',
  'bench',
];

const hasSources = (/** @type {string} */ part) =>
  existsSync(at(part, 'tsconfig.json')) &&
  readdirSync(at(part), { recursive: true, encoding: 'utf8' }).some(
    (name) =>
      /\.tsx?$/.test(name) &&
      !name.includes('node_modules') &&
      !/^(?:vite|playwright)\.config\.ts$/.test(name),
  );

let failed = false;
for (const part of parts.filter(hasSources)) {
  const code = await run(tool('tsc'), ['-p', at(part)]);
  if (code !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
