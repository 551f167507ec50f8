import { sharedValue } from '../../../ui/shared-value.ts';
import { typedAhead } from './typed-ahead.ts';

/** Which of the two is over the page. */
export const overlay = sharedValue<'sheet' | 'palette' | undefined>(undefined);

/** What is typed for the palette while its code is on its way. */
export const forPalette = typedAhead();
