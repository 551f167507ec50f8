import { createServer } from 'vite';
import { root } from './places.mjs';

/**
 * Runs a TypeScript program of the workspace in this process: Node.js 20 reads no TypeScript, Vite does, and each file
 * stays where it is.
 * @param {string} file from the root, for example bench/page.ts
 */
export async function runTypeScript(file) {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    // Newer than Node.js 20: `await using`.
    oxc: { target: 'es2022' },
  });
  try {
    await vite.ssrLoadModule(`/${file}`);
  } finally {
    await vite.close();
  }
}
