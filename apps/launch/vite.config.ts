import { defineConfig } from 'vite';

/** For programs of this workspace that are run once, by run-typescript.mjs. */
export default defineConfig({
  build: { target: 'node20', sourcemap: true, emptyOutDir: true },
  // Playwright finds its own files beside itself.
  ssr: { noExternal: true, external: ['playwright', 'playwright-core', '@playwright/test'] },
});
