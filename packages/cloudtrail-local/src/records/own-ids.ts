import { type JsonObject, member, text } from '@trailglass/record';
import { createHash } from 'node:crypto';
import { members } from './json-text.ts';

/**
 * Gives records that have no eventID, or one that a record before them has, one of their own, so that files in which
 * eventIDs stand for nothing can be browsed whole. Every other character of their text stays.
 */
export class OwnIds {
  readonly #taken = new Set<string>();
  #given = 0;

  /** How many got one. */
  get given(): number {
    return this.#given;
  }

  /** The record's text, under an eventID that no record before it has. */
  textOf(json: string, record: JsonObject): string {
    const id = text(member(record, 'eventID'));
    if (id !== undefined && !this.#taken.has(id)) {
      this.#taken.add(id);
      return json;
    }
    this.#given += 1;
    const own = this.#next(json);
    this.#taken.add(own);
    return withEventId(json, own);
  }

  /** The same files give the same ids. */
  #next(json: string): string {
    const digest = createHash('sha256').update(`${this.#given}\n${json}`).digest('hex');
    return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  }
}

function withEventId(json: string, id: string): string {
  const open = json.indexOf('{');
  const places = [...members(json, open)].filter(({ name }) => name === 'eventID');
  if (places.length > 0)
    return places.reduceRight(
      (text, { value }) => `${text.slice(0, value.start)}"${id}"${text.slice(value.end)}`,
      json,
    );
  const comma = json.slice(open + 1).trimStart() === '}' ? '' : ',';
  return `${json.slice(0, open + 1)}"eventID":"${id}"${comma}${json.slice(open + 1)}`;
}
