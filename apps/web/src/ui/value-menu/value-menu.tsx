import type { ReactNode } from 'react';
import type { ShownValue } from './value-actions.ts';
import { valueAttributes } from './shown-value.ts';
import styles from './value-menu.module.css';

interface ValueMenuProps {
  readonly shown: ShownValue;
  readonly children: ReactNode;
  /** Reached with Tab. Off inside grids and trees, whose own focus leads here. */
  readonly focusable?: boolean;
  readonly className?: string | undefined;
}

/** A value with the menu of every value: on hover, right click, Shift+F10, and Enter when it has the focus. */
export function ValueMenu({
  shown,
  children,
  focusable = false,
  className,
}: ValueMenuProps): ReactNode {
  const reach = focusable ? { tabIndex: 0, role: 'button', 'aria-haspopup': 'menu' as const } : {};
  return (
    <span
      {...valueAttributes(shown)}
      {...reach}
      className={className ? `${styles.value} ${className}` : styles.value}
    >
      {children}
    </span>
  );
}
