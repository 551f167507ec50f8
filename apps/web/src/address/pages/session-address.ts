import { isAccessKeyId } from '@trailglass/record';
import type { EventAddress } from '../page-state.ts';
import { parseAddress, printAddress } from '../url-parts.ts';
import { printSearch, type SearchParams } from '../search-params.ts';

/** What a tree is about: an access key, or the one behind an event. */
export type SessionStart = { readonly key: string } | { readonly event: EventAddress };

/** `/session?key=ASIA…` or `/session?event=111122223333:eu-west-1:<id>:<time>` */
export const sessionPath = (start: SessionStart): string =>
  `/session${printSearch('key' in start ? start : { event: printAddress(start.event) })}`;

/** Undefined for an address that names neither. */
export function sessionStart({ key, event }: SearchParams): SessionStart | undefined {
  if (key !== undefined) return isAccessKeyId(key) ? { key } : undefined;
  const at = event === undefined ? undefined : parseAddress(event);
  return at && { event: at };
}

/** The key that a value is, where the value's place says that it is one. */
export const keyOfValue = (subject: string, value: string): string | undefined =>
  /(?:^|\.)accessKeyId$/.test(subject) && isAccessKeyId(value) ? value : undefined;
