import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Escape within an element, unless something inside it (a menu, a search) had its own use for it. */
export function useEscape(within: RefObject<HTMLElement | null>, act: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!(event.target instanceof Node) || !within.current?.contains(event.target)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    // On the document, which hears of a key after everything inside the page has.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
