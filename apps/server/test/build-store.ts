import { join } from 'node:path';
import { build } from 'vite';

const server = join(import.meta.dirname, '..');

/** The store runs in a process of its own, so the tests need it built, from the sources as they are now. */
export async function setup(): Promise<void> {
  await build({
    configFile: join(server, 'vite.config.ts'),
    root: server,
    logLevel: 'error',
    build: {
      outDir: 'node_modules/.cache/store',
      rolldownOptions: { input: { store: join(server, 'src/archive/store-main.ts') } },
    },
  });
}
