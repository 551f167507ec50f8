import { all, catalogue, type Json, type TrailEvent } from '@trailglass/record';
import type { Filter, Subject } from '../src/index.ts';

// What a filter means, as plainly as it can be said: slow, with regular expressions and bit strings, and without
// a line of the real evaluator. Numbers are compared as doubles; those that are too long for it have their own test.

function values(subject: Subject, event: TrailEvent): Json[] {
  if (subject.kind === 'path')
    return all(event.record, subject.path).filter((v) => v !== null && v !== '');
  const value = catalogue.find((row) => row.name === subject.name)?.read(event);
  return value === undefined ? [] : ([value].flat() as Json[]);
}

const isTime = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text);

/** First and last millisecond of a written time. */
function period(text: string): readonly [number, number] {
  const [day = '', clock] = text.split(/[T ]/);
  const start = clock === undefined ? `${day}T00:00Z` : `${day}T${clock}`;
  const zoned = /Z|[+-]\d\d:\d\d$/.test(start) ? start : `${start}Z`;
  const seconds = clock === undefined ? 86_400 : clock.length < 8 ? 60 : 1;
  return [Date.parse(zoned), Date.parse(zoned) + seconds * 1000 - 1];
}

function bits(address: string): string | undefined {
  const v4 = /^(?:::ffff:)?(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const binary = (n: number, width: number) => n.toString(2).padStart(width, '0');
  if (v4)
    return `4${v4
      .slice(1)
      .map((part) => binary(Number(part), 8))
      .join('')}`;
  if (!/^[0-9a-f:]+$/.test(address) || !address.includes('::')) return undefined;
  const [head = '', tail = ''] = address.split('::').map((half) =>
    half === ''
      ? ''
      : half
          .split(':')
          .map((group) => binary(Number.parseInt(group, 16), 16))
          .join(''),
  );
  return `6${head}${'0'.repeat(128 - head.length - tail.length)}${tail}`;
}

function inNetwork(address: string, network: string): boolean {
  const [host = '', prefix = ''] = network.split('/');
  const length = Number(prefix) - (host.startsWith('::ffff:') ? 96 : 0);
  const [one, other] = [bits(address), bits(host)];
  return (
    one !== undefined &&
    other !== undefined &&
    one.slice(0, length + 1) === other.slice(0, length + 1)
  );
}

function fits(filter: Filter, value: Json): boolean {
  if (filter.kind === 'present') return true;
  if (typeof value === 'object') return false;
  const text = String(value);
  if (filter.kind === 'is') {
    if (filter.subject.kind === 'field' && filter.subject.name === 'eventTime') {
      const [first, last] = period(filter.value);
      return Date.parse(text) >= first && Date.parse(text) <= last;
    }
    const asNumber = typeof value === 'number' && /^-?\d/.test(filter.value);
    return text === filter.value || (asNumber && value === Number(filter.value));
  }
  if (filter.kind === 'like') {
    const source = filter.pattern.replace(/\\[*?\\]|[*?]|[\\^$.+()[\]{}|/]/g, (found) =>
      found === '*' ? '[^]*' : found === '?' ? '[^]' : `\\${found.at(-1)}`,
    );
    return new RegExp(`^${source}$`, 'u').test(text);
  }
  if (filter.kind === 'within') return text === filter.network || inNetwork(text, filter.network);
  if (filter.kind !== 'compare') return false;
  let [low, high, mine] = [Number(filter.value), Number(filter.value), Number(text)];
  if (isTime(filter.value)) {
    [low, high] = period(filter.value);
    mine = isTime(text) && text.includes('T') ? Date.parse(text) : NaN;
  } else if (!/^-?\d+(\.\d+)?$/.test(text)) mine = NaN;
  const { op } = filter;
  return op === '<'
    ? mine < low
    : op === '<='
      ? mine <= high
      : op === '>'
        ? mine > high
        : mine >= low;
}

export function reference(filter: Filter, event: TrailEvent): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((f) => reference(f, event));
    case 'or':
      return filter.of.some((f) => reference(f, event));
    case 'not':
      return !reference(filter.of, event);
    case 'anywhere': {
      const wanted = filter.text.toLowerCase();
      const raw = event.raw.toLowerCase();
      return raw.includes(wanted) || raw.includes(JSON.stringify(wanted).slice(1, -1));
    }
    case 'is':
    case 'like':
    case 'present':
    case 'within':
    case 'compare':
      return values(filter.subject, event).some((value) => fits(filter, value));
  }
}
