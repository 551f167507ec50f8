import { defineConfig } from 'vite';

/** One program with everything in it: it starts fast and needs no node_modules beside it. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'src/cli.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'cli.js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});
