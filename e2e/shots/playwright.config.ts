import { defineConfig } from '@playwright/test';
import whole from '../playwright.config.ts';

/** The widths that the page is laid out for: an event beside the list, below it, over it. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const sheets = 'sheets';

/** Pictures of every screen and state, for people to look at; what must hold is tested in the folder above. */
export default defineConfig({
  ...whole,
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 90_000,
  outputDir: '../../test-results/shots',
  reporter: [['line']],
  projects: [
    ...sizes.map((viewport) => ({
      name: String(viewport.width),
      testIgnore: 'sheets.spec.ts',
      use: { viewport },
      teardown: sheets,
    })),
    { name: sheets, testMatch: 'sheets.spec.ts' },
  ],
});
