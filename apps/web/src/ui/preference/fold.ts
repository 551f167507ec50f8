import { z } from 'zod';
import { type Preference, preference } from './preference.ts';

const Fold = z.enum(['open', 'closed']);
type Fold = z.infer<typeof Fold>;

/** Whether a part of the page is folded away; open until the reader closes it. */
export const foldPreference = (key: string, words: string): Preference<Fold> =>
  preference(key, words, Fold, 'open');
