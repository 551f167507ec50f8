/** Rows that arrive while the reader is at the top push the others down, or slide them down, or stay above the view. */
export type AtTop = 'push' | 'slide' | 'hold';

/** Rows that have come at the top move down into their place, unless the reader wants no motion. */
export function slideDown(scroller: HTMLElement | null, px: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const down = [{ transform: `translateY(${-px}px)` }, { transform: 'none' }];
  scroller?.querySelector('tbody')?.animate(down, { duration: 180, easing: 'ease-out' });
}

/** A list that ends too soon cannot be scrolled so far: it gets as much room below its end as that takes. */
export function makeRoom(scroller: HTMLElement | null, px: number): void {
  const last = scroller?.lastElementChild;
  if (!scroller || !last) return;
  const below = last.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top;
  const missing = scroller.clientHeight + px - below;
  if (missing > 0) scroller.style.paddingBlockEnd = `${Math.ceil(missing)}px`;
}

export function giveRoomBack(scroller: HTMLElement | null): void {
  if (scroller) scroller.style.paddingBlockEnd = '';
}
