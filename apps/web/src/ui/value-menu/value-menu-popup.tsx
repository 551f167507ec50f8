import { fieldNamed } from '@trailglass/record';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { safeString } from '../safe-text/marks.ts';
import type { Opening } from './opening.ts';
import type { Choice } from './shown-value.ts';
import styles from './value-menu.module.css';

interface PopupProps {
  readonly opening: Opening;
  readonly choices: readonly Choice[];
  readonly onClose: (how: 'chosen' | 'left') => void;
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The menu itself, in the browser's top layer so that no panel or sticky header covers it. */
export function ValueMenuPopup({ opening, choices, onClose }: PopupProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const popup = box.current;
    if (!popup) return;
    popup.showPopover?.();
    const { width, height } = popup.getBoundingClientRect();
    const below = opening.y + height <= innerHeight - 8;
    popup.style.left = `${Math.max(8, Math.min(opening.x, innerWidth - width - 8))}px`;
    popup.style.top = `${below ? opening.y : Math.max(8, opening.y - height - 24)}px`;
    popup.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
  }, [opening]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // The page's own keys (next event, close the drawer) rest while the menu is open.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose('left');
      return;
    }
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const to = moves[event.key]?.(at, items.length);
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  };

  const { subject, value } = opening.subject;
  const name =
    subject === undefined ? 'Value' : (fieldNamed(subject)?.label ?? safeString(subject));
  const shown = value === undefined ? '' : safeString(value, 120);
  return (
    <div ref={box} popover="manual" className={styles.popup}>
      <div className={styles.about} aria-hidden="true">
        <div>{name}</div>
        {shown !== '' && <div className={styles.aboutValue}>{shown}</div>}
      </div>
      <div
        role="menu"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        aria-label={shown === '' ? name : `${name}: ${shown}`}
      >
        {choices.map((choice) => (
          <div
            key={choice.label}
            role="menuitem"
            tabIndex={-1}
            className={styles.choice}
            onClick={() => {
              choice.act();
              onClose('chosen');
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              choice.act();
              onClose('chosen');
            }}
          >
            {choice.label}
          </div>
        ))}
      </div>
    </div>
  );
}
