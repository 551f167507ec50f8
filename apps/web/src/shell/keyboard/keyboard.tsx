import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { lazily } from '../../ui/lazily.ts';

const Listening = lazily(() => import('./listening.tsx').then((part) => part.Listening));

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
      early.current.push(event);
      // The browser would go to its own search.
      if (event.key === 'k' && (event.ctrlKey || event.metaKey)) event.preventDefault();
    };
    for (const gesture of gestures)
      document.addEventListener(gesture, hear, { signal: end.current.signal });
  }, []);
  const takeOver = useCallback(() => {
    end.current.abort();
    return early.current.splice(0);
  }, []);
  return <Suspense>{wanted && <Listening takeOver={takeOver} />}</Suspense>;
}
