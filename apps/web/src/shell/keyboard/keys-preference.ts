import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';

/** Who dictates, or leans on the keyboard, can do without single keys. */
export const keysPreference = preference(
  'keys',
  'Single-key shortcuts',
  z.enum(['on', 'off']),
  'on',
);
