import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { lazily } from '../../ui/loading/lazily.ts';
import {
  asksForPalette,
  giveUp,
  hearOnItsWay,
  isOpen,
  pressElsewhere,
} from './pressed/on-its-way.ts';
import { overlay } from './pressed/overlay.ts';

let isMissing = false;
const Listening = lazily(
  () => import('./listening.tsx').then((part) => part.Listening),
  () => {
    isMissing = true;
    giveUp();
  },
);

const gestures = ['keydown', 'pointerdown', 'pointermove'] as const;

/** Loads what listens to keys with the reader's first gesture; keys pressed until it is there are handed over. */
export function Keyboard() {
  const [wanted, setWanted] = useState(false);
  const early = useRef<KeyboardEvent[]>([]);
  const end = useRef(new AbortController());
  useEffect(() => {
    const hear = (event: Event): void => {
      setWanted(true);
      // What the page has its own use for is done.
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
      if (!asksForPalette(event)) early.current.push(event);
      else {
        // The browser would go to its own search.
        event.preventDefault();
        if (!isOpen() && !isMissing) overlay.set('palette');
      }
    };
    for (const gesture of gestures)
      document.addEventListener(gesture, hear, { signal: end.current.signal });
  }, []);
  useEffect(() => {
    // Before anything on the page.
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    document.addEventListener('keydown', hearOnItsWay, options);
    document.addEventListener('pointerdown', pressElsewhere, options);
    return () => stop.abort();
  }, []);
  const takeOver = useCallback(() => {
    end.current.abort();
    return early.current.splice(0);
  }, []);
  return <Suspense>{wanted && <Listening takeOver={takeOver} />}</Suspense>;
}
