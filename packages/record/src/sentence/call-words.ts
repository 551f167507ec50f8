import { phrases, type Mention } from './call-phrases.ts';
import { verbs } from './call-verbs.ts';
import { deniedResource } from '../denial/denied-resource.ts';
import { all, type JsonObject, member, text } from '../json.ts';
import { deriveResources } from '../resources/resources.ts';

/** What a call did, in words: "launched" "1 instance". Words and names apart, so that the page can style names. */
export interface CallWords {
  readonly base: string;
  readonly past: string;
  /** Alternately words and what they are about; `name` for the latter. */
  readonly of: readonly { readonly words: string; readonly name: boolean }[];
}

const longest = 200;
const word = (words: string) => ({ words, name: false });
const name = (words: string) => ({ words: words.slice(0, longest), name: true });

/** An ARN's last part; any other text as it is. */
const short = (value: string): string =>
  value.startsWith('arn:')
    ? value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1) || value
    : value;

const members = { request: 'requestParameters', response: 'responseElements' } as const;

function namesAt(record: JsonObject, path: string): string[] {
  const [first, ...rest] = path.split('.');
  if (first !== 'request' && first !== 'response') return [];
  const values = all(record, [members[first], ...rest]).map(text);
  return [...new Set(values.filter((v) => v !== undefined).map(short))];
}

function mention(record: JsonObject, [words, path, otherwise]: Mention): CallWords['of'] {
  const names = namesAt(record, path);
  const [only] = names;
  const counted = words.startsWith('# ');
  const noun = counted ? words.slice(2) : words;
  if (path === '') return [word(words)];
  if (only === undefined) {
    const denied = deniedResource(record);
    const isThis = !counted && denied !== undefined && noun.split(' ').at(-1) === denied.type;
    if (isThis) return [word(words), name(denied.name)];
    return otherwise === undefined ? [] : [name(otherwise)];
  }
  if (names.length > 1) return [name(`${names.length} ${noun}s`)];
  return counted ? [name(`1 ${noun}`)] : [word(words), name(only)];
}

const acronyms = new Set(
  'acl acm api arn aws cidr db dhcp dns ebs ec2 eip iam id ids ip kms mfa saml sdk ses sns sqs ssh sso ssm tls url vpc vpn waf'.split(
    ' ',
  ),
);

/** `DBInstance` as "DB instance", `NetworkAcl` as "network ACL". */
const inWords = (camel: string): string =>
  (camel.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [])
    .map((part) => {
      const lower = part.toLowerCase();
      if (acronyms.has(lower)) return lower === 'ids' ? 'IDs' : lower.toUpperCase();
      return /^[A-Z]{2,}$/.test(part) ? part : lower;
    })
    .join(' ');

/** The thing's own name if the call's noun says its type, else what the call was done on. */
function objectOf(record: JsonObject, noun: string): CallWords['of'] {
  const squashed = noun.toLowerCase();
  const derived = deriveResources(record).filter((r) => r.name !== undefined);
  const denied = derived.length > 0 ? undefined : deniedResource(record);
  const named = denied ? [denied] : derived;
  const tail = (type: string | undefined): string => (type ?? '').split(':').at(-1) ?? '';
  const own = named.find((r) => r.type !== undefined && squashed === tail(r.type).toLowerCase());
  const near =
    own ??
    named.find((r) => r.type !== undefined && squashed.startsWith(tail(r.type).toLowerCase())) ??
    named[0];
  const words = inWords(noun);
  const object = words === '' ? [] : [own ? word(words) : name(words)];
  if (near?.name === undefined) return object;
  return [...object, ...(own || words === '' ? [] : [word('on')]), name(short(near.name))];
}

/** Undefined when the record names no call. */
export function callWords(record: JsonObject): CallWords | undefined {
  const event = text(member(record, 'eventName'))?.slice(0, longest);
  if (event === undefined) return undefined;
  const phrase = phrases.get(event);
  if (phrase) return { ...phrase, of: phrase.of.flatMap((m) => mention(record, m)) };
  // Lambda's events carry a version: CreateFunction20150331v2.
  const plainName = event.replace(/20\d{6}(?:v\d+)?$/, '');
  const [, first = '', noun = ''] = /^(BatchGet|[A-Z][a-z]+)((?:[A-Z].*)?)$/.exec(plainName) ?? [];
  const verb = verbs.get(first);
  if (verb) return { base: verb[0], past: verb[1], of: objectOf(record, noun) };
  const source = text(member(record, 'eventSource'));
  const service = source === undefined ? [] : [word('on'), name(source)];
  return { base: 'call', past: 'called', of: [name(event), ...service] };
}
