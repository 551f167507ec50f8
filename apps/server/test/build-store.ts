import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The store's program. */
    storeScript: string;
  }
}

const server = join(import.meta.dirname, '..');

/** The store runs in a process of its own, so the tests need it built, from the sources as they are now. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Beside the node_modules that it imports from, and apart from that of another run.
  const outDir = join(server, `node_modules/.cache/store-${process.pid}`);
  await build({
    configFile: join(server, 'vite.config.ts'),
    root: server,
    logLevel: 'error',
    build: {
      outDir,
      rolldownOptions: { input: { store: join(server, 'src/archive/store/store-main.ts') } },
    },
  });
  project.provide('storeScript', join(outDir, 'store.js'));
  return () => rm(outDir, { recursive: true, force: true });
}
