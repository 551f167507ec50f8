import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache } from './places.mjs';

const lock = join(cache, 'lock');

/**
 * Installing and building write to folders that another `npm start` or `npm test` may be writing to: the later one waits.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function oneAtATime(work) {
  mkdirSync(cache, { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    if (waited === 10) console.log('Waiting for another build …');
    await wait(100);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  const mine = `${lock}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // A link is there whole or not at all, and only once.
    linkSync(mine, lock);
    return true;
  } catch {
    // Whoever held it may have been killed.
    if (!isAlive(holder())) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
