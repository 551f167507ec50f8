import { counted } from '../ui/numbers/count.ts';
import type { TimeZone } from '../ui/time/time-zone.ts';
import { type Bar, totalOf } from './bars.ts';
import type { Span } from '../time-range/span.ts';

/** `12 writes · 3 reads · 1 error`; `no events` for none. */
export function countWords(bars: readonly Bar[]): string {
  const sum = (part: 'writes' | 'reads' | 'errors'): number =>
    bars.reduce((total, bar) => total + bar[part], 0);
  const parts = [
    [sum('writes'), 'write'],
    [sum('reads'), 'read'],
    [sum('errors'), 'error'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => counted(count, word));
  return said.length === 0 ? 'no events' : said.join(' · ');
}

/** `2026-11-22 15:00:00 – 16:00:00`, with the second date only where it is another. */
export function spanWords({ start, end }: Span, zone: TimeZone): string {
  const until = zone.date(start) === zone.date(end) ? zone.time(end) : zone.dateTime(end);
  return `${zone.dateTime(start)} – ${until}`;
}

export const barsWithin = (bars: readonly Bar[], { start, end }: Span): readonly Bar[] =>
  bars.filter((bar) => bar.end > start && bar.start < end);

export const eventful = (bars: readonly Bar[]): readonly Bar[] =>
  bars.filter((bar) => totalOf(bar) > 0);
