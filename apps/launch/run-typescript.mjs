import { join } from 'node:path';
import { at } from './places.mjs';
import { run, tool } from './program.mjs';

/**
 * Runs a TypeScript program of the workspace, bundled first, since Node.js 20 reads no TypeScript. It runs in the
 * root folder.
 * @param {string} folder @param {string} name of the file in it, without .ts @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runTypeScript(folder, name, args) {
  // Within the folder, so that what is not bundled is found where it is installed.
  const out = at(folder, 'node_modules', '.programs', name);
  const config = at('apps/launch/vite.config.ts');
  const built = await run(
    tool('vite'),
    ['build', '--config', config, '--ssr', `${name}.ts`, '--outDir', out, '--logLevel', 'error'],
    { cwd: at(folder) },
  );
  if (built !== 0) return built;
  return run(process.execPath, ['--enable-source-maps', join(out, `${name}.js`), ...args]);
}
