import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { z } from 'zod';
import { preference } from '../ui/preference.ts';
import { useMedia } from '../ui/use-media.ts';
import styles from './page.module.css';

const sizePreference = preference(
  'drawer',
  'Drawer size',
  z.object({ side: z.number().min(1).max(5000), bottom: z.number().min(1).max(5000) }),
  { side: 480, bottom: 340 },
);

/** px: what the drawer needs to be read, and what is left of the list beside it. */
const limits = { side: { least: 320, rest: 360 }, bottom: { least: 160, rest: 140 } } as const;
const step = 24;

/** Where the drawer stands: at the right from 1100 px, else at the bottom, on a phone over everything. */
export function useDrawerPlace(): 'side' | 'bottom' | 'full' {
  const wide = useMedia('(min-width: 1100px)');
  const phone = useMedia('(max-width: 599px)');
  return wide ? 'side' : phone ? 'full' : 'bottom';
}

/** The event's drawer beside or below the list; its edge is moved with the mouse or the arrow keys. */
export function DrawerFrame({ children }: { readonly children: ReactNode }) {
  const at = useDrawerPlace();
  const panel = useRef<HTMLElement>(null);
  const [sizes, keep] = sizePreference.use();

  // On a phone nothing else is left to be focused.
  useEffect(() => {
    if (at === 'full') panel.current?.focus({ preventScroll: true });
  }, [at]);

  if (at === 'full') {
    return (
      <aside ref={panel} tabIndex={-1} aria-label="Event" className={styles.full}>
        {children}
      </aside>
    );
  }
  const { least, rest } = limits[at];
  const room = (): number => {
    const body = panel.current?.parentElement;
    return Math.max(least, ((at === 'side' ? body?.clientWidth : body?.clientHeight) ?? 0) - rest);
  };
  const resize = (size: number): void =>
    keep({ ...sizes, [at]: Math.round(Math.max(least, Math.min(room(), size))) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const larger = at === 'side' ? 'ArrowLeft' : 'ArrowUp';
    const smaller = at === 'side' ? 'ArrowRight' : 'ArrowDown';
    const to = {
      [larger]: sizes[at] + step,
      [smaller]: sizes[at] - step,
      Home: least,
      End: room(),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    resize(to);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = panel.current?.getBoundingClientRect();
    if (box) resize(at === 'side' ? box.right - event.clientX : box.bottom - event.clientY);
  };
  const edge = {
    role: 'separator',
    tabIndex: 0,
    'aria-label': 'Size of the event drawer',
    'aria-orientation': at === 'side' ? 'vertical' : 'horizontal',
    'aria-valuenow': sizes[at],
    'aria-valuemin': least,
    onKeyDown,
    onPointerDown: (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove,
  } as const;
  const size = at === 'side' ? { inlineSize: sizes.side } : { blockSize: sizes.bottom };
  return (
    <aside ref={panel} aria-label="Event" className={styles[at]} style={size}>
      <div className={styles.edge} {...edge} />
      {children}
    </aside>
  );
}
