import { createContext } from 'react';

/** How times are shown: the reader's choice, everywhere the same. */
export interface TimeZone {
  readonly zone: 'utc' | 'local';
  /** `UTC` or `UTC+01:00`, the offset at that moment. */
  offset(ms: number): string;
  /** `2026-11-22 15:40:02` */
  dateTime(ms: number): string;
  /** `15:40:02` */
  time(ms: number): string;
  /** `2026-11-22` */
  date(ms: number): string;
}

export const TimeZoneContext = createContext<TimeZone | undefined>(undefined);
