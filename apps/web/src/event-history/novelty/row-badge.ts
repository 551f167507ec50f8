import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { sharedValue } from '../../ui/shared-value.ts';

/** What stands behind an event's name where something is new about it; absent until its code is here and wanted. */
export const rowBadge = sharedValue<((row: EventRow) => ReactNode) | undefined>(undefined);
