import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { DrawerSize } from './drawer-size.ts';
import styles from './event-drawer.module.css';

const step = 20;

/** The edge to drag, or to move with the arrow keys. */
export function DrawerEdge({ size }: { readonly size: DrawerSize }): ReactNode {
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const edge = event.currentTarget;
    if (!edge.hasPointerCapture(event.pointerId)) return;
    const right = edge.parentElement?.getBoundingClientRect().right ?? 0;
    size.setWidth(right - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    size.setWidth(size.width + by);
  };
  return (
    <button
      type="button"
      aria-label={`Width of the event drawer: ${size.width} pixels, changed with the arrow keys`}
      className={styles.edge}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
