import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';
import { sharedValue } from '../../ui/shared-value.ts';

/** Whether there were tabs the last time: their room is theirs from the start, so that nothing moves. */
export const tabsPreference = preference('view-tabs', 'Tabs of views', z.boolean(), false);

/** The dialog that asks for the name. */
export const savingView = sharedValue(false);
