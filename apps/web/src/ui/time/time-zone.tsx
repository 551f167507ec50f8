import { type ReactNode, useContext } from 'react';
import { z } from 'zod';
import { preference } from '../preference/preference.ts';
import { local, utc } from './time-format.ts';
import { type TimeZone, TimeZoneContext } from './time-zone.ts';

/** UTC until the reader chooses, as in the AWS console. */
export const zonePreference = preference('time-zone', 'Time zone', z.enum(['utc', 'local']), 'utc');

export function TimeZoneProvider({ children }: { children: ReactNode }) {
  const [zone] = zonePreference.use();
  return <TimeZoneContext value={zone === 'utc' ? utc : local}>{children}</TimeZoneContext>;
}

export const useTimeZone = (): TimeZone => useContext(TimeZoneContext) ?? utc;
