import { catalogue, fieldNamed } from '@trailglass/record';
import { filterLimits, type Subject } from './filter.ts';
import { checkValue } from './limits.ts';
import { FilterMistake } from './mistake.ts';
import { nearest } from './nearest.ts';

/** The record's own top-level names (user guide, record contents): a path even without a dot. */
const recordNames = [
  'additionalEventData',
  'addendum',
  'annotation',
  'apiVersion',
  'edgeDeviceDetails',
  'eventContext',
  'insightDetails',
  'requestParameters',
  'resources',
  'responseElements',
  'serviceEventDetails',
  'tlsDetails',
  'userIdentity',
  'vpcEndpointAccountId',
] as const;
const recordName = new Map<string, string>(recordNames.map((name) => [name.toLowerCase(), name]));
const knownNames = [...catalogue.flatMap((row) => [row.name, ...row.alias]), ...recordNames];

const plainKey = /^[A-Za-z_$][\w$-]*$/;
const key = /(?:"((?:[^"\\]|\\.)*)"|([^\s.:"()\\]*))(\.|$)/y;
const unquoted = (quoted: string): string => quoted.replace(/\\(["\\])/g, '$1');

interface Key {
  readonly text: string;
  readonly quoted: boolean;
}

/** The keys of `a."b.c".0`; undefined when a key is empty or misspelt. */
function keys(text: string): Key[] | undefined {
  const found: Key[] = [];
  key.lastIndex = 0;
  for (;;) {
    const match = key.exec(text);
    if (!match) return undefined;
    const [, quoted, bare = '', dot] = match;
    const part = quoted === undefined ? bare : unquoted(quoted);
    if (part === '') return undefined;
    found.push({ text: part, quoted: quoted !== undefined });
    if (dot === '') return found;
  }
}

/**
 * A subject's text at `from` of a filter. A field's name or alias in any case; else a path of keys, each as it stands
 * in the record: a key with dots or odd characters is quoted, and a name of one quoted key is a path too.
 */
export function subjectAt(text: string, from: number): Subject {
  const fail = (reason: string): never => {
    throw new FilterMistake(from, from + text.length, reason);
  };
  if (text === '') return fail('The name of a field is missing before the colon.');
  checkValue(text, from);
  const path = keys(text);
  const [first] = path ?? [];
  if (path === undefined || first === undefined)
    return fail(`The path “${text}” has an empty key. Keys with odd characters go in quotes.`);
  if (path.length > filterLimits.depth)
    return fail(`A path may have ${filterLimits.depth} keys; this one has ${path.length}.`);
  const row = path.length === 1 && !first.quoted ? fieldNamed(first.text) : undefined;
  if (row) return { kind: 'field', name: row.name };
  if (path.some((k) => !k.quoted && /[*?]/.test(k.text)))
    return fail('Wildcards stand in values, not in names. A key with a * in it goes in quotes.');
  const own = first.quoted ? undefined : recordName.get(first.text.toLowerCase());
  const known = own !== undefined || first.quoted || (path.length > 1 && plainKey.test(first.text));
  if (!known) {
    const guess = nearest(first.text, knownNames);
    const hint = guess === undefined ? '' : ` Did you mean “${guess}”?`;
    return fail(`There is no field “${text}”.${hint} To search for the text itself, quote it.`);
  }
  return { kind: 'path', path: [own ?? first.text, ...path.slice(1).map((k) => k.text)] };
}

/** The subject that a text names, as before the colon of a condition; undefined when it names none. */
export function parseSubject(text: string): Subject | undefined {
  try {
    return subjectAt(text, 0);
  } catch (mistake) {
    if (mistake instanceof FilterMistake) return undefined;
    throw mistake;
  }
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The subject's text; parseSubject of it gives the same subject. */
export function subjectText(subject: Subject): string {
  if (subject.kind === 'field') return subject.name;
  const [first = '', ...rest] = subject.path;
  const own = recordName.get(first.toLowerCase());
  const bareFirst = own === undefined ? rest.length > 0 && plainKey.test(first) : own === first;
  const tail = rest.map((k) => (plainKey.test(k) || /^\d+$/.test(k) ? k : quote(k)));
  return [bareFirst ? first : quote(first), ...tail].join('.');
}
