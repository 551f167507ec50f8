import { existsSync } from 'node:fs';
import { at } from './places.mjs';
import { run, tool } from './program.mjs';

/** Where distributions put it. */
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const installed = () => [process.env.CHROMIUM, ...usual].find((path) => path && existsSync(path));

/**
 * Makes sure that Playwright has a Chromium: one that is there, else Playwright's own, else Debian's package.
 * @returns {Promise<{ path: string | undefined } | { failure: string }>} no path: Playwright's own
 */
export async function browser() {
  const found = installed();
  if (found) return { path: found };
  if ((await run(tool('playwright', 'e2e'), ['install', 'chromium'], { quiet: true })) === 0) {
    return { path: undefined };
  }
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true, env, cwd: at() });
    const debian = installed();
    if (debian) return { path: debian };
  }
  return {
    failure: 'There is no Chromium. Install one, or name one: CHROMIUM=/path/to/chromium npm test',
  };
}
