import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const inlineFont =
  /url\(["']?data:[^;,)]*font[^;,)]*(?:;[^;,)]*)*;base64,([A-Za-z0-9+/=]+)["']?\)/g;

/**
 * Cloudscape's global styles carry eight Open Sans files as base64: 138 kB that block the first paint and that
 * `font-src 'self'` refuses. They become files, loaded when a text needs them.
 * @param folder where the files go; Vite takes them from there as it takes any asset
 */
export function extractFonts(folder: string): Plugin {
  return {
    name: 'extract-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /global-styles\/index\.css$/ },
      handler(css: string) {
        mkdirSync(folder, { recursive: true });
        return css.replaceAll(inlineFont, (_whole, base64: string) => {
          const bytes = Buffer.from(base64, 'base64');
          const name = `open-sans-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`;
          writeFileSync(join(folder, name), bytes);
          return `url("${join(folder, name)}")`;
        });
      },
    },
  };
}
