import LiveRegion from '@cloudscape-design/components/live-region';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { copyText } from '../copy/clipboard.ts';
import { ValueActionsContext } from './value-actions.ts';
import { Affordance } from './affordance.ts';
import { choices } from './choices.ts';
import { type Opening, openingByKey, openingByPointer, openingFor } from './opening.ts';
import { ValueMenuPopup } from './value-menu-popup.tsx';
import styles from './value-menu.module.css';

/** The one menu of all values on the page. Mounted once, inside the page's ValueActionsContext. */
export function ValueMenuHost(): ReactNode {
  const actions = useContext(ValueActionsContext);
  const button = useRef<HTMLButtonElement>(null);
  const affordance = useRef<Affordance>(undefined);
  const [opening, setOpening] = useState<Opening>();
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!button.current) return undefined;
    affordance.current = new Affordance(button.current);
    const stop = new AbortController();
    const open = (event: Event, found: Opening | undefined): void => {
      if (!found) return;
      event.preventDefault();
      setOpening(found);
    };
    const { signal } = stop;
    document.addEventListener('keydown', (event) => open(event, openingByKey(event)), { signal });
    document.addEventListener('contextmenu', (event) => open(event, openingByPointer(event)), {
      signal,
    });
    return () => {
      stop.abort();
      affordance.current?.dispose();
    };
  }, []);

  useEffect(() => {
    if (!opening) return undefined;
    affordance.current?.hide();
    const stop = new AbortController();
    const away = (event: Event): void => {
      const inside = event.target instanceof Element && event.target.closest(`.${styles.popup}`);
      if (!inside) setOpening(undefined);
    };
    const { left, top } = opening.value.getBoundingClientRect();
    // A scroll elsewhere, or one that was still ending when the menu opened, is no reason to close it.
    const moved = (event: Event): void => {
      const box = opening.value.getBoundingClientRect();
      const still = opening.value.isConnected && box.left === left && box.top === top;
      if (!still) away(event);
    };
    const options = { signal: stop.signal, capture: true };
    document.addEventListener('pointerdown', away, options);
    document.addEventListener('scroll', moved, options);
    addEventListener('resize', away, options);
    return () => stop.abort();
  }, [opening]);

  const toClipboard = (text: string): void => {
    void copyText(text).then((copied) =>
      setSaid(copied ? 'Copied' : 'The browser does not allow copying here'),
    );
  };
  const close = (): void => {
    opening?.back?.focus({ preventScroll: true });
    setOpening(undefined);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popover="manual"
        hidden
        tabIndex={-1}
        aria-label="Actions for this value"
        aria-haspopup="menu"
        className={styles.affordance}
        onClick={(click) => {
          click.stopPropagation();
          const target = affordance.current?.target;
          if (target) setOpening(openingFor(target));
        }}
      >
        ⋮
      </button>
      {opening && (
        <ValueMenuPopup
          opening={opening}
          choices={choices(opening.subject, actions, toClipboard)}
          onClose={close}
        />
      )}
      <LiveRegion hidden>{said}</LiveRegion>
    </>
  );
}
