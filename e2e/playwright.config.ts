import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** An installed Chromium where there is one; else the one that Playwright downloads. */
const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: '.',
  // Not a glob: that would be held against the whole path, wherever the project was cloned to.
  testMatch: /[\\/]e2e[\\/][^\\/]+\.spec\.ts$/,
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  outputDir: '../test-results',
  reporter: [['line'], ['json', { outputFile: '../.cache/e2e.json' }]],
  use: {
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // Of every test it takes a quarter of its processor time: `--trace=retain-on-failure` for one that is looked into.
    trace: 'on-first-retry',
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
