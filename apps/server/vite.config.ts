import { defineConfig } from 'vite';

/**
 * The server, and the store's process beside it, each with everything in it: they start in a fifth of a second. Only
 * the database is left outside, as part of it is no JavaScript.
 */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/main.ts', store: 'src/archive/store-main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
});
