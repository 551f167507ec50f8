import { at } from './places.mjs';
import { compress } from './compress.mjs';
import { run, step, tool } from './program.mjs';
import { stamp } from './stamp.mjs';

const shared = ['packages/record', 'packages/query', 'packages/api'].map(
  (folder) => `${folder}/src`,
);
const always = ['pnpm-lock.yaml', 'tsconfig.base.json'];

const builds = {
  web: {
    says: 'Building the page',
    folder: 'apps/web',
    sources: shared,
    makes: 'index.html',
    after: compress,
  },
  server: { says: 'Building the server', folder: 'apps/server', sources: shared, makes: 'main.js' },
  local: {
    says: 'Building the endpoint with sample events',
    folder: 'packages/cloudtrail-local',
    sources: ['packages/record/src'],
    makes: 'cli.js',
  },
};
/** @typedef {keyof typeof builds} Build */

/** Builds those whose sources changed. @param {readonly Build[]} names */
export async function build(names) {
  for (const name of names) {
    const { says, folder, sources, makes, after } = { after: undefined, ...builds[name] };
    const built = stamp(name, {
      sources: [folder, ...sources, ...always],
      makes: [`${folder}/dist/${makes}`],
      also: process.version,
    });
    if (built.fresh()) continue;
    built.clear();
    await step(says, async () => {
      const code = await run(tool('vite'), ['build', '--logLevel', 'error'], { cwd: at(folder) });
      if (code === 0) await after?.(at(folder, 'dist'));
      return code;
    });
    built.write();
  }
}
