import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, cache, root } from './places.mjs';

const stamps = join(cache, 'stamps');
const skipped = new Set(['node_modules', 'dist', '.cache']);
/** Tests change often and are part of no build. */
const isSource = (/** @type {string} */ name) => !/\.test\.tsx?$/.test(name);

/**
 * Whether something has to be made again: `fresh` compares what its sources are now with what they were, and
 * `write` keeps that for the next time.
 * @param {string} name
 * @param {{ sources: readonly string[], makes: readonly string[], also?: string }} of paths from the root
 */
export function stamp(name, { sources, makes, also = '' }) {
  const file = join(stamps, name);
  const hash = createHash('sha256').update(also);
  for (const source of sources) add(hash, at(source));
  const now = hash.digest('hex');
  return {
    fresh: () =>
      read(file) === now && makes.every((path) => statSync(at(path), { throwIfNoEntry: false })),
    // Half-made is not made.
    clear: () => rmSync(file, { force: true }),
    write: () => {
      mkdirSync(stamps, { recursive: true });
      writeFileSync(file, now);
    },
  };
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function add(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!skipped.has(name) && isSource(name)) add(hash, join(path, name));
    }
  } else if (stat) {
    hash.update(`\0${path.slice(root.length)}\0`).update(readFileSync(path));
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
