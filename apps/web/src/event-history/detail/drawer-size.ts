import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';

export const drawerWidths = { least: 360, usual: 480, most: 1200 } as const;

const kept = preference(
  'event-drawer-width',
  'Width of the event drawer',
  z.number().int().min(drawerWidths.least).max(drawerWidths.most),
  drawerWidths.usual,
);

export interface DrawerSize {
  /** px */
  readonly width: number;
  readonly setWidth: (width: number) => void;
}

/** The drawer's width, kept between visits. */
export function useDrawerSize(): DrawerSize {
  const [width, keep] = kept.use();
  return {
    width,
    setWidth: (wanted) =>
      keep(Math.round(Math.max(drawerWidths.least, Math.min(drawerWidths.most, wanted)))),
  };
}
