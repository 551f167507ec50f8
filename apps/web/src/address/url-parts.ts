import { differenceLimits } from '@trailglass/api';
import { isEventId, isRegion, parseTime, printTime } from '@trailglass/record';
import { packIds, unpackIds } from './packed-ids.ts';
import type { Differ, EventAddress, GroupSort, TimeRange } from './page-state.ts';

/** One list item or address part: `,` `:` `%` inside it are escaped, so that they can separate. */
export const item = (text: string): string =>
  text.replaceAll(/[%,:]/g, (sign) => encodeURIComponent(sign));

function plainItem(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const printList = (items: readonly string[]): string => items.map(item).join(',');

export function parseList(
  text: string,
  most: number,
  allowed: (value: string) => boolean,
): readonly string[] | undefined {
  if (text === '') return [];
  const values = text.split(',').map(plainItem);
  const good = values.filter((value) => value !== undefined && value !== '' && allowed(value));
  if (good.length !== values.length || good.length > most) return undefined;
  return [...new Set(good as string[])];
}

const units = { m: 'minute', h: 'hour', d: 'day' } as const;

/** `30m`, `12h`, `90d` */
export function printRelative(range: Extract<TimeRange, { kind: 'relative' }>): string {
  return `${range.amount}${range.unit.charAt(0)}`;
}

export function parseRelative(text: string): TimeRange | undefined {
  const found = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  if (!found) return undefined;
  const unit = units[found[2] as keyof typeof units];
  return { kind: 'relative', amount: Number(found[1]), unit };
}

/** Both ends in any ISO form; given back in UTC. Undefined when one is no time or they are reversed. */
export function parseAbsolute(from: string, to: string): TimeRange | undefined {
  const first = parseTime(from);
  const last = parseTime(to);
  if (first === undefined || last === undefined || first > last) return undefined;
  return { kind: 'absolute', from: printTime(first), to: printTime(last) };
}

/** `111122223333:eu-west-1:<eventID>:2026-11-22T15:40:02Z` */
export function printAddress(at: EventAddress): string {
  const parts = [at.account, at.region, at.eventId].map(item);
  return [...parts, ...(at.time === undefined ? [] : [at.time])].join(':');
}

export function parseAddress(text: string): EventAddress | undefined {
  const [account, region, eventId, ...rest] = text.split(':');
  const plain = [account, region, eventId].map((part) => plainItem(part ?? ''));
  const [ofAccount, inRegion, id] = plain;
  if (!ofAccount || !inRegion || !id || !isRegion(inRegion) || !isEventId(id)) return undefined;
  if (ofAccount.length > 128) return undefined;
  const address = { account: ofAccount, region: inRegion, eventId: id };
  if (rest.length === 0) return address;
  const time = parseTime(rest.join(':'));
  return time === undefined ? undefined : { ...address, time: printTime(time) };
}

/** `errors`, largest first, or `errors.up` */
export const printSort = ({ by, ascending }: GroupSort): string => (ascending ? `${by}.up` : by);

export function parseSort(text: string): GroupSort | undefined {
  const found = /^(count|value|first|last|errors|writes)(\.up)?$/.exec(text);
  return found ? { by: found[1] as GroupSort['by'], ascending: found[2] !== undefined } : undefined;
}

/** `2026-11-22T15:40:02Z..2026-11-22T16:00:00Z`, or ids, many of them packed */
export const printDiffer = (differ: Differ): string =>
  differ.kind === 'span'
    ? `${differ.from}..${differ.to}`
    : (packIds(differ.ids) ?? printList(differ.ids));

export function parseDiffer(text: string): Differ | undefined {
  // In a list a colon is escaped, in a time it is not.
  if (!text.includes(':')) {
    const ids = parseList(text, differenceLimits.events, isEventId);
    return ids && ids.length > 0 ? { kind: 'events', ids } : undefined;
  }
  if (text.startsWith('ids:')) {
    const ids = unpackIds(text, differenceLimits.events);
    return ids && { kind: 'events', ids };
  }
  const span = parseSpan(text);
  return span && { kind: 'span', ...span };
}

/** `2026-11-22T15:40:02Z..2026-11-22T16:00:00Z` */
export function parseSpan(text: string): { from: string; to: string } | undefined {
  const [from = '', to = ''] = text.split('..');
  const range = parseAbsolute(from, to);
  return range?.kind === 'absolute' ? { from: range.from, to: range.to } : undefined;
}
