import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Milliseconds; real servers and processes on a loaded machine. A hang is a failure all the same. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
};

export default defineConfig({
  test: {
    // They wait for servers and clocks as long as they compute: of two cores two workers leave a third idle.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: { name: 'packages', include: ['packages/*/{src,test}/**/*.test.ts'], ...patience },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/{src,test}/**/*.test.ts'],
          globalSetup: ['apps/server/test/build-store.ts'],
          ...patience,
        },
      },
      { test: { name: 'launch', include: ['apps/launch/*.test.mjs'], ...patience } },
      { test: { name: 'soak', include: ['bench/soak/**/*.test.ts'], ...patience } },
      'apps/web/vite.config.ts',
    ],
  },
});
