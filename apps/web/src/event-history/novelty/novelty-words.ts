import type { Mark, Novelty } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import { dayTimeWords } from '../../ui/time/day-words.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';

type Against = NonNullable<Novelty['against']>;

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** `alice`, `the role ci` */
export function principalWords(principal: string): string {
  const role = /^arn:[^:]*:sts::[^:]*:assumed-role\/([^/]*)$/.exec(principal)?.[1];
  if (role !== undefined || principal.startsWith('AROA')) return `the role ${role ?? principal}`;
  if (!principal.startsWith('arn:')) return principal;
  return principal.endsWith(':root') ? 'root' : lastPart(principal);
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** `ec2.amazonaws.com:RunInstances` as `RunInstances (ec2)` */
const apiWords = (value: string): string => {
  const colon = value.indexOf(':');
  return `${value.slice(colon + 1)} (${value.slice(0, colon).replace(/\.amazonaws\.com$/, '')})`;
};

const didWhat: Readonly<Record<Mark['of'], (value: string) => string>> = {
  principal: () => 'did anything',
  api: (value) => `called ${apiWords(value)}`,
  region: (value) => `did anything in ${value}`,
  network: (value) => `came from ${value}`,
  agent: (value) => `used ${value}`,
};

/** `First time alice came from 203.0.113.0/24` */
export function markWords(
  { kind, of, value, before, last }: Mark,
  { principal }: Against,
  zone: TimeZone,
): string {
  const did = `${principalWords(principal)} ${didWhat[of](value)}`;
  if (kind === 'new') return `First time ${did}`;
  const on = parseTime(last);
  return `Rare: ${did} ${times(before)} before${on === undefined ? '' : `, last on ${dayTimeWords(on, zone)}`}`;
}

const DAY = 86_400_000;

/** `the 30 days before it` */
export function baselineWords({ from, to }: Against): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  return `the ${counted(days, 'day')} before it`;
}

/** What of that time was read, so that the reader can judge it. */
export const wholeWords = (whole: Against['whole'], place: string): string =>
  ({
    everything: `all events of ${place} were read`,
    principal: `all events of this principal in ${place} were read`,
    api: `all calls of this API in ${place} were read`,
  })[whole];

/** One word for a row: new outweighs rare. */
export const badgeWord = (marks: readonly Mark[]): 'New' | 'Rare' =>
  marks.some(({ kind }) => kind === 'new') ? 'New' : 'Rare';
