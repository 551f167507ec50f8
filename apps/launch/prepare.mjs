import { build } from './builds.mjs';
import { install } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** Installs and builds what changed, so that the programs named can run. @param {readonly import('./builds.mjs').Build[]} names */
export const prepare = (names) =>
  oneAtATime(async () => {
    await install();
    await build(names);
  });
