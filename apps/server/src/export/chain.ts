import { hash } from 'node:crypto';

/** A link is written down after so many records, so that a difference can be placed. */
const EVERY = 100;

/**
 * A hash chain over records in their order: each link is the SHA-256 of the link before it and of the record's SHA-256,
 * the first of 32 zero bytes. A record that is changed, taken out, put in or moved changes every link from there on.
 */
export class Chain {
  #link: Buffer = Buffer.alloc(32);
  #count = 0;
  readonly #links: string[] = [];

  add(record: Uint8Array): void {
    this.#link = sha256(Buffer.concat([this.#link, sha256(record)]));
    this.#count += 1;
    if (this.#count % EVERY === 0) this.#links.push(this.#link.toString('hex'));
  }

  shown(): { every: number; links: readonly string[]; last: string } {
    return { every: EVERY, links: this.#links, last: this.#link.toString('hex') };
  }
}

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
