import { join } from 'node:path';
import { forkStore } from './archive/process/fork-store.ts';

/** Seen from apps/server/dist, where this is bundled to. */
const apps = join(import.meta.dirname, '../..');
const storeScript = join(import.meta.dirname, 'store.js');

// The database takes as long to load as everything of this process: both at once, so this comes before any of that.
const early = process.argv.includes('--help') ? undefined : forkStore(storeScript);
// One that cannot be started is started again where it is needed, and there it is said why.
early?.on('error', () => undefined);

const { start } = await import('./start.ts');
await start({
  webFolder: join(apps, 'web/dist'),
  demoScript: join(apps, '../packages/cloudtrail-local/dist/cli.js'),
  storeScript,
  ...(early && { early }),
});
