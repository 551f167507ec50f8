import type { ProblemType } from '@trailglass/api';
import { type Kind, kindOf, methodsOf } from './kind.ts';
import { foldHost, type Origins } from './origins.ts';
import { pathFlaw } from './path.ts';
import { originFlaw, siteFlaw } from './sites.ts';

/** A request line and its headers as they came over the wire. */
export interface Knock {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  /** Name, value, name, value: duplicates kept, unlike `headers`. */
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
export interface Refusal {
  readonly type: ProblemType;
  readonly detail: string;
  /** For method-not-allowed. */
  readonly allow?: readonly string[];
}
export interface Entry {
  readonly kind: Kind;
  /** Path and query in origin form. */
  readonly target: string;
  /** The origin the browser is on, of the list. */
  readonly origin: string;
}
export type Verdict = { readonly refusal: Refusal } | { readonly entry: Entry };

export const requestedBy = 'trailglass';

const refuse = (type: ProblemType, detail: string, allow?: readonly string[]): Verdict => ({
  refusal: { type, detail, ...(allow && { allow }) },
});

/** Who may come in at all: asked before routing, for every method and every path, static files included. */
export function gate(knock: Knock, origins: Origins): Verdict {
  const { method, headers } = knock;
  const every = methodsOf('api');
  if (!every.includes(method)) {
    return refuse('method-not-allowed', `${method} is not used here.`, every);
  }

  const host = hostOf(knock);
  if (host === undefined) {
    return refuse('bad-request', 'Send HTTP/1.1 with exactly one Host header.');
  }
  const origin = origins.get(host);
  if (origin === undefined) return refuse('wrong-host', 'This server has other names.');

  const target = originForm(knock.target, host);
  if (target === undefined) return refuse('bad-request', 'The target names another host.');
  const path = target.split('?', 1)[0] ?? '';
  const flaw =
    pathFlaw(path) ??
    (/[^\x21-\x7e]|#/.test(target) ? 'The query must be percent-encoded.' : undefined);
  if (flaw) return refuse('bad-request', flaw);

  const kind = kindOf(path);
  const allowed = methodsOf(kind);
  if (!allowed.includes(method)) {
    return refuse('method-not-allowed', `${method} is not used on ${path}.`, allowed);
  }

  const cause = {
    site: one(headers['sec-fetch-site']),
    mode: one(headers['sec-fetch-mode']),
    dest: one(headers['sec-fetch-dest']),
    origin: one(headers.origin),
  };
  const foreign = siteFlaw(kind, cause) ?? originFlaw(kind, cause, origin);
  if (foreign) return refuse('refused', foreign);
  if (kind === 'api' && headers['x-requested-by'] !== requestedBy) {
    return refuse('refused', `API calls carry the header X-Requested-By: ${requestedBy}.`);
  }
  return { entry: { kind, target, origin } };
}

/** The one Host header, folded; undefined when there is none or more than one, or the protocol is older. */
function hostOf({ httpVersion, rawHeaders }: Knock): string | undefined {
  const hosts = rawHeaders.filter(
    (_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host',
  );
  const [host] = hosts;
  return httpVersion === '1.1' && hosts.length === 1 && host ? foldHost(host) : undefined;
}

function originForm(target: string, host: string): string | undefined {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target);
  if (!absolute) return target;
  const [, authority = '', rest = ''] = absolute;
  return foldHost(authority) === host ? (rest.startsWith('/') ? rest : `/${rest}`) : undefined;
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;
