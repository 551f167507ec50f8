import { counted } from '../../ui/count.ts';
import type { TimeZone } from '../../ui/time-zone.ts';
import { isRead, type ScopeStrip, type Stretch, type StripState } from './strip.ts';

const words: Readonly<Record<StripState, string>> = {
  read: 'read',
  provisional: 'read, late events may still come',
  reading: 'being read',
  missing: 'missing',
  failed: 'could not be read',
};

const shown = ({ start, end }: Stretch, zone: TimeZone): string =>
  `from ${zone.dateTime(start).slice(0, 16)} to ${zone.dateTime(end - 1000).slice(0, 16)}`;

const MOST_SAID = 6;

/** `us-east-1 of production: missing from … to …; read from … to …` */
export function stripWords(strip: ScopeStrip, name: string, zone: TimeZone): string {
  const whole = strip.stretches.length === 1 && strip.stretches[0]?.state === 'read';
  if (whole) return `${strip.region} of ${name}: everything read`;
  return `${strip.region} of ${name}: ${stretchWords(strip.stretches, zone)}`;
}

export function stretchWords(stretches: readonly Stretch[], zone: TimeZone): string {
  const said = stretches
    .slice(-MOST_SAID)
    .map((stretch) => `${words[stretch.state]} ${shown(stretch, zone)}`);
  const rest = stretches.length - said.length;
  return (rest > 0 ? [counted(rest, 'older stretch', 'older stretches'), ...said] : said).join(
    '; ',
  );
}

/** How many scopes are whole, and what becomes of the others. */
export function summaryWords(strips: readonly ScopeStrip[]): string {
  const open = strips.filter((strip) => !strip.stretches.every(isRead));
  if (open.length === 0)
    return strips.length === 1 ? 'Everything read' : `All ${strips.length} scopes read`;
  const is = (state: StripState): number =>
    open.filter((strip) => strip.stretches.some((stretch) => stretch.state === state)).length;
  const parts = [
    `${strips.length - open.length} of ${counted(strips.length, 'scope')} read`,
    is('reading') > 0 && `${is('reading')} being read`,
    is('failed') > 0 && `${is('failed')} failed`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** `62 %`, never 100 before all of it is read, never 0 after some. */
export function percent(share: number): string {
  if (share <= 0) return '0 %';
  return `${share >= 1 ? 100 : Math.max(1, Math.min(99, Math.round(share * 100)))} %`;
}
