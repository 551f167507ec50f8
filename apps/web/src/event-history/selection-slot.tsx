import { Suspense } from 'react';
import { useSelection } from './selection.ts';
import { lazily } from '../ui/lazily.ts';

const SelectionBar = lazily(() =>
  import('./compare/selection-bar.tsx').then((part) => part.SelectionBar),
);

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
