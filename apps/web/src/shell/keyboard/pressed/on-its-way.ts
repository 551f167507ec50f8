import { forPalette, overlay } from './overlay.ts';

/** A dialog that takes the page over; the hidden ones that Cloudscape keeps do not count. */
export const isOpen = (): boolean =>
  [...document.querySelectorAll('[role=dialog],dialog[open]')].some((dialog) =>
    dialog.checkVisibility({ visibilityProperty: true }),
  );

export const asksForPalette = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'k' && (ctrlKey || metaKey);

/** What was asked for is not wanted any more. */
export function giveUp(): void {
  forPalette.clear();
  overlay.set(undefined);
}

/** While the code of what was asked for is on its way, keys are for that, whatever has the focus. */
export function hearOnItsWay(event: KeyboardEvent): void {
  const wanted = overlay.get();
  if (wanted === undefined || isOpen()) return;
  const palette = wanted === 'palette';
  if (event.key === 'Escape' || (palette && asksForPalette(event))) giveUp();
  else if (!palette || !forPalette.take(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whoever goes on elsewhere does not wait for it any more. */
export function pressElsewhere(): void {
  if (overlay.get() !== undefined && !isOpen()) giveUp();
}
