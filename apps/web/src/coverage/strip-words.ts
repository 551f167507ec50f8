import { counted } from '../ui/numbers/count.ts';
import { percent } from '../ui/numbers/percent.ts';
import { roughly } from '../ui/numbers/roughly.ts';
import type { TimeZone } from '../ui/time/time-zone.ts';
import { isRead, type ScopeStrip, type Stretch, type StripState } from './stretch.ts';
import { shareRead } from './strip.ts';

const words: Readonly<Record<StripState, string>> = {
  read: 'read',
  provisional: 'read, late events may still come',
  reading: 'being read',
  gone: 'never read and no longer at AWS',
  missing: 'missing',
  failed: 'could not be read',
};

const shown = ({ start, end }: Stretch, zone: TimeZone): string =>
  `from ${zone.dateTime(start).slice(0, 16)} to ${zone.dateTime(end - 1000).slice(0, 16)}`;

const MOST_SAID = 6;

/** `us-east-1 of production, 412 events, about 2 min left: missing from … to …; read from … to …` */
export function stripWords(strip: ScopeStrip, name: string, zone: TimeZone): string {
  const place = [`${strip.region} of ${name}`, ...countWords(strip)].join(', ');
  return `${place}: ${isWhole(strip) ? 'everything read' : stretchWords(strip.stretches, zone)}`;
}

/** `62% read · being read · 412 events · about 2 min left`: a scope in a few words, beside its name. */
export function scopeWords(strip: ScopeStrip): string {
  const has = (state: StripState): boolean =>
    strip.stretches.some((stretch) => stretch.state === state);
  const state = isWhole(strip)
    ? ['Everything read']
    : [
        `${percent(shareRead([strip]))} read`,
        ...(has('reading') ? ['being read'] : []),
        ...(has('failed') ? ['part could not be read'] : []),
        ...(has('gone') ? ['part is no longer at AWS'] : []),
      ];
  return [...state, ...countWords(strip)].join(' · ');
}

const isWhole = ({ stretches }: ScopeStrip): boolean =>
  stretches.every(({ state }) => state === 'read');

const countWords = ({ events, etaMs, stretches }: ScopeStrip): readonly string[] => [
  ...(events > 0 ? [counted(events, 'event')] : []),
  ...(etaMs !== undefined && stretches.some(({ state }) => state === 'reading')
    ? [`${roughly(etaMs)} left`]
    : []),
];

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
    is('gone') > 0 && `${is('gone')} in part no longer at AWS`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
