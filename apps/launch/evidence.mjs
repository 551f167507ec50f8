import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

const FORMAT = 'trailglass-evidence/1';
const MANIFEST = 'manifest.json';
const RECORDS = 'records.ndjson';
/** A manifest of ten million records is smaller. */
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

/**
 * Compares the files of a bundle with its manifest. Throws an Error with words when there is none to compare with.
 * @param {string} path
 * @returns {Promise<{ manifest: any, sha256: string, found: string[] }>} `sha256`: the manifest's own
 */
export async function differences(path) {
  const zip = await openPromise(path, { autoClose: false });
  try {
    /** @type {Map<string, import('yauzl').Entry>} */
    const entries = new Map();
    /** @type {string[]} */
    const found = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) found.push(`${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
    }
    const text = await manifestOf(zip, entries.get(MANIFEST));
    const manifest = parsed(text);
    const expected = Object.entries(manifest.files);
    for (const name of entries.keys())
      if (name !== MANIFEST && !Object.hasOwn(manifest.files, name))
        found.push(`${name} is not in the manifest`);
    for (const [name, digest] of expected)
      found.push(...(await fileDifferences(zip, entries.get(name), name, digest, manifest)));
    return { manifest, sha256: createHash('sha256').update(text).digest('hex'), found };
  } finally {
    zip.close();
  }
}

async function manifestOf(zip, entry) {
  if (entry === undefined) throw new Error(`there is no ${MANIFEST} in it`);
  if (entry.uncompressedSize > MOST_MANIFEST_BYTES) throw new Error(`its ${MANIFEST} is too large`);
  return buffer(await zip.openReadStreamPromise(entry));
}

function parsed(text) {
  let manifest;
  try {
    manifest = JSON.parse(text.toString('utf8'));
  } catch {
    throw new Error(`its ${MANIFEST} is not JSON`);
  }
  if (manifest?.format !== FORMAT) throw new Error(`its ${MANIFEST} is not of ${FORMAT}`);
  return manifest;
}

async function fileDifferences(zip, entry, name, expected, manifest) {
  if (entry === undefined) return [`${name} is missing`];
  const whole = createHash('sha256');
  const chain = name === RECORDS ? new Chain(manifest.chain) : undefined;
  let bytes = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      whole.update(chunk);
      bytes += chunk.length;
      chain?.read(chunk);
    }
  } catch (error) {
    return [`${name} is damaged: ${error.message}`, ...(chain?.ended(manifest.counts) ?? [])];
  }
  const found = chain?.ended(manifest.counts) ?? [];
  const same = bytes === expected.bytes && whole.digest('hex') === expected.sha256;
  return same ? found : [`${name} has another SHA-256 than the manifest says`, ...found];
}

/** The hash chain over lines, compared link by link; README.txt of a bundle says how it is made. */
class Chain {
  #link = Buffer.alloc(32);
  #record = createHash('sha256');
  #open = false;
  #count = 0;
  /** @type {number | undefined} Records up to here are as they were. */
  #good = 0;
  #broken = false;

  constructor(expected) {
    this.expected = expected;
  }

  read(chunk) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#record.update(chunk.subarray(from, end));
      this.#recordEnds();
      from = end + 1;
    }
    this.#record.update(chunk.subarray(from));
    this.#open = from < chunk.length || (this.#open && from === 0);
  }

  #recordEnds() {
    this.#link = createHash('sha256').update(this.#link).update(this.#record.digest()).digest();
    this.#record = createHash('sha256');
    this.#open = false;
    this.#count += 1;
    const { every, links } = this.expected;
    if (this.#broken || this.#count % every !== 0) return;
    if (links[this.#count / every - 1] === this.#link.toString('hex')) this.#good = this.#count;
    else this.#broken = true;
  }

  ended({ records }) {
    const found = [];
    if (this.#count !== records)
      found.push(`there are ${this.#count} records, the manifest says ${records}`);
    if (this.#open) found.push('the last record is cut off');
    if (this.#broken || this.#link.toString('hex') !== this.expected.last) {
      const last = Math.min(this.#good + this.expected.every, Math.max(records, this.#count));
      found.push(`the first difference is among records ${this.#good + 1} to ${last}`);
    }
    return found;
  }
}
