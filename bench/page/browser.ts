import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

/** The same Chromium as the browser tests: one that is installed, else Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const installed = [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path !== undefined && existsSync(path));
  return chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}
