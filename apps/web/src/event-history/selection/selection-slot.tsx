import { Suspense } from 'react';
import type { ColumnState } from '../../fields/column-state.ts';
import { useSelection } from './selection.ts';
import { lazily } from '../../ui/loading/lazily.ts';

const SelectionBar = lazily(() => import('./selection-bar.tsx').then((part) => part.SelectionBar));

/** Room above the list's end for what can be done with selected events; nothing while none is. */
export function SelectionSlot({ columns }: { readonly columns: ColumnState }) {
  const selection = useSelection();
  if (selection.length === 0) return null;
  return (
    <Suspense>
      <SelectionBar selection={selection} columns={columns} />
    </Suspense>
  );
}
