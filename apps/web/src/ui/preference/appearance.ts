import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useEffect, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { preference } from './preference.ts';

// public/appearance.js reads these two before the first paint.
export const themePreference = preference(
  'theme',
  'Theme',
  z.enum(['system', 'light', 'dark']),
  'system',
);
export const densityPreference = preference(
  'density',
  'Density',
  z.enum(['compact', 'comfortable']),
  'compact',
);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
function followSystem(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** Keeps the page's look as chosen, and as the system has it while nothing is chosen. */
export function useAppearance(): void {
  const [theme] = themePreference.use();
  const [density] = densityPreference.use();
  const system = useSyncExternalStore(followSystem, () => systemDark.matches);
  const dark = theme === 'system' ? system : theme === 'dark';
  useEffect(() => {
    applyMode(dark ? Mode.Dark : Mode.Light);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
  }, [density]);
}
