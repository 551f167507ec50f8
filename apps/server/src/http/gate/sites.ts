import type { Kind } from './kind.ts';

/** The headers by which a browser says who caused a request; a page cannot forge them. */
export interface Cause {
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly dest: string | undefined;
  readonly origin: string | undefined;
}

/**
 * Whether this cause may reach that kind of path. A cookie on a local address leaks to every other local port, marked
 * `same-site`; so for the API only `same-origin` counts. No header at all is a command-line tool, or a browser under DNS
 * rebinding: the Host list has refused the latter already.
 */
export function siteFlaw(kind: Kind, { site, mode, dest }: Cause): string | undefined {
  if (site === undefined || site === 'same-origin') return undefined;
  if (kind === 'api' || kind === 'report' || kind === 'download') {
    return 'Only the page of this server itself may call its API.';
  }
  if (site === 'none') return undefined;
  const link = kind === 'page' && mode === 'navigate' && dest === 'document';
  if (link && (site === 'cross-site' || site === 'same-site')) return undefined;
  return 'Other sites may link to this page, but not embed or read it.';
}

/** `Origin`, where present, is ours byte for byte. */
export function originFlaw(kind: Kind, { origin }: Cause, own: string): string | undefined {
  if (origin === undefined || origin === own) return undefined;
  // Under `Referrer-Policy: no-referrer` a browser's own report carries `Origin: null`.
  if (kind === 'report' && origin === 'null') return undefined;
  return 'The request comes from another origin.';
}
