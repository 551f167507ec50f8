import { lazy, Suspense, useEffect, useState } from 'react';

const Listening = lazy(async () => ({ default: (await import('./listening.tsx')).Listening }));

const gestures = ['keydown', 'pointerdown', 'pointermove'] as const;

/** Hears the reader's first gesture, which loads what listens to keys; a key that was the first is not lost. */
export function Keyboard() {
  const [first, setFirst] = useState<Event>();
  useEffect(() => {
    if (first) return undefined;
    const hear = (event: Event): void => {
      // What the page has its own use for is heard and done.
      const own = event.defaultPrevented;
      // The browser would go to its own search before the code is here.
      if (event instanceof KeyboardEvent && event.key === 'k' && (event.ctrlKey || event.metaKey))
        event.preventDefault();
      setFirst(own ? new Event('gesture') : event);
    };
    for (const gesture of gestures) document.addEventListener(gesture, hear, { passive: false });
    return () => {
      for (const gesture of gestures) document.removeEventListener(gesture, hear);
    };
  }, [first]);
  return <Suspense>{first && <Listening first={first} />}</Suspense>;
}
