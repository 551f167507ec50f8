import { useCallback, useSyncExternalStore } from 'react';

/** A telephone held upright. */
export const onPhone = '(max-width: 599px)';

/** Whether a media query holds now: `useMedia('(min-width: 900px)')`. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
