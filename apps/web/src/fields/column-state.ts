import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { preference } from '../ui/preference/preference.ts';
import { usePageState } from '../address/use-page-state.ts';
import { arrivalColumns } from './columns.ts';

const ColumnPreference = z.object({
  /** In order; absent: the console's six. */
  shown: z.array(z.string()).min(1).max(60).optional(),
  /** Widths in px of columns that were resized. */
  sizes: z.record(z.string(), z.number().min(1).max(5000)),
  /** Columns that stay in place while the others scroll sideways. */
  pinned: z.array(z.string()).max(60),
});

export const columnPreference = preference('columns', 'Columns', ColumnPreference, {
  sizes: {},
  pinned: ['eventName'],
});

export interface ColumnState {
  readonly shown: readonly string[];
  readonly sizes: Readonly<Record<string, number>>;
  readonly pinned: readonly string[];
  readonly show: (columns: readonly string[]) => void;
  readonly resize: (sizes: Readonly<Record<string, number>>) => void;
  readonly pin: (columns: readonly string[]) => void;
}

/** Which columns, how wide, which pinned: the address bar's where it says so, else as last left. */
export function useColumnState(): ColumnState {
  const [page, changePage] = usePageState();
  const [kept, keep] = columnPreference.use();
  const shown =
    (page.columns && page.columns.length > 0 ? page.columns : kept.shown) ?? arrivalColumns;

  const show = useCallback(
    (columns: readonly string[]) => {
      if (columns.length === 0) return;
      keep({ ...columnPreference.read(), shown: [...columns] });
      changePage({ columns }, 'replace');
    },
    [keep, changePage],
  );
  const resize = useCallback(
    (sizes: Readonly<Record<string, number>>) => keep({ ...columnPreference.read(), sizes }),
    [keep],
  );
  const pin = useCallback(
    (pinned: readonly string[]) => keep({ ...columnPreference.read(), pinned: [...pinned] }),
    [keep],
  );
  return useMemo(
    () => ({ shown, sizes: kept.sizes, pinned: kept.pinned, show, resize, pin }),
    [shown, kept, show, resize, pin],
  );
}
