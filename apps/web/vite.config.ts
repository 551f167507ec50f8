import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { extractFonts } from './extract-fonts.ts';
import { firstLoad } from './first-load.ts';
import { leaveOutIcons } from './leave-out-icons.ts';
import { leaveOut } from './leave-out.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    extractFonts(join(import.meta.dirname, 'node_modules/.fonts')),
    leaveOut(),
    leaveOutIcons(),
    firstLoad(),
    react(),
  ],
  build: {
    outDir: 'dist',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  test: {
    name: 'web',
    environment: 'jsdom',
    // A jsdom and the components for each of ninety files took seven times the processor time of the tests.
    isolate: false,
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    css: { include: /\?raw/ },
  },
});
