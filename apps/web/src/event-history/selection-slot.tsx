import { lazy, Suspense } from 'react';
import { useSelection } from './selection.ts';

const SelectionBar = lazy(async () => ({
  default: (await import('./compare/selection-bar.tsx')).SelectionBar,
}));

/** Room above the list's end for what can be done with selected events; nothing while none is. */
export function SelectionSlot() {
  const selection = useSelection();
  if (selection.length === 0) return null;
  return (
    <Suspense>
      <SelectionBar selection={selection} />
    </Suspense>
  );
}
