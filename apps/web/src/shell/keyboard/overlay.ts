import { sharedValue } from '../../ui/shared-value.ts';

/** Which of the two is over the page. */
export const overlay = sharedValue<'sheet' | 'palette' | undefined>(undefined);
