import { readFileSync } from 'node:fs';
import { at } from './places.mjs';
import { run, step } from './program.mjs';
import { stamp } from './stamp.mjs';

const workspaces = ['server', 'web']
  .map((name) => `apps/${name}`)
  .concat(
    ['record', 'query', 'api', 'cloudtrail-local', 'dev-env'].map((name) => `packages/${name}`),
    ['e2e', 'bench'],
  );

/** What stands on nothing gets no folder of its own. @param {string} folder */
function needsSomething(folder) {
  const manifest = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0;
}

/** Installs what the lockfile says, if it, a package.json or the Node.js in use is another than last time. */
export async function install() {
  const manifests = ['.', ...workspaces].map((folder) => `${folder}/package.json`);
  const installed = stamp('install', {
    sources: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests],
    makes: [
      'node_modules/.modules.yaml',
      ...workspaces.filter(needsSomething).map((folder) => `${folder}/node_modules`),
    ],
    also: `${process.version} ${process.platform} ${process.arch}`,
  });
  if (installed.fresh()) return;
  const { packageManager } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  await step('Installing', () =>
    run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
      quiet: true,
      env: { CI: 'true' },
    }),
  );
  installed.write();
}
