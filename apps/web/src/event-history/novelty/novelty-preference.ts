import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';

/** Whether what is new or rare is marked. */
export const noveltyPreference = preference(
  'novelty',
  'New and rare marks',
  z.enum(['shown', 'hidden']),
  'shown',
);
