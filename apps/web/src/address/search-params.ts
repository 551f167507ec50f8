/** An address's search part as plain texts, in order; the first of a repeated name counts. */
export type SearchParams = Readonly<Record<string, string>>;

const plain = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A broken escape is shown as it stands; whoever reads the value judges it.
    return text;
  }
};

export function parseSearch(search: string): SearchParams {
  const pairs = new Map<string, string>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = plain(at < 0 ? part : part.slice(0, at));
    if (!pairs.has(name)) pairs.set(name, at < 0 ? '' : plain(part.slice(at + 1)));
  }
  return Object.fromEntries(pairs);
}

/** What may stand in a query as it is (RFC 3986), so that an address can be read and typed. */
const legible: Readonly<Record<string, string>> = {
  '%20': '+',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%3F': '?',
  '%40': '@',
};

const escaped = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /%[0-9A-F]{2}/g,
    (code) => legible[code] ?? code,
  );

/** The inverse of `parseSearch`: '' or `?q=readOnly:false&range=90d`. */
export function printSearch(params: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(params)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
