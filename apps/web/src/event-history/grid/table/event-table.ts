import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type ReactTable,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import type { EventRow } from '@trailglass/api';
import { type CSSProperties, useMemo } from 'react';
import type { ColumnState } from '../../../fields/column-state.ts';
import {
  anchorColumn,
  choosableColumns,
  columnLimits,
  columnNamed,
  type ColumnSpec,
} from '../../../fields/columns.ts';

/** No row models: the server filters, the store sorts, and 100,000 row objects would serve nobody. */
const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
});
const noRows: EventRow[] = [];

// A column may be called `__proto__`: prefixed, its name is a key like any other.
const idOf = (name: string): string => `column ${name}`;
export const nameOf = (id: string): string => id.slice('column '.length);
const keyed = <T>(names: Iterable<string>, value: (name: string) => T): Record<string, T> =>
  Object.fromEntries([...names].map((name) => [idOf(name), value(name)]));
const after = <T>(updater: Updater<T>, before: T): T =>
  typeof updater === 'function' ? (updater as (old: T) => T)(before) : updater;

/** The columns' engine: order, visibility, widths and pinning, owned by `state`. */
export function useEventTable(state: ColumnState): EventTable {
  const { shown, sizes, pinned } = state;
  const all = useMemo(() => choosableColumns(shown), [shown]);
  const columns = useMemo(
    () =>
      all.map(columnNamed).map((spec) => ({
        id: idOf(spec.name),
        header: spec.label,
        size: spec.size,
        minSize: columnLimits.narrowest,
        maxSize: columnLimits.widest,
      })),
    [all],
  );
  const columnVisibility = useMemo(() => keyed(all, (name) => shown.includes(name)), [all, shown]);
  const columnSizing = useMemo(
    () => keyed(Object.keys(sizes), (name) => sizes[name] ?? 0),
    [sizes],
  );
  const columnPinning = useMemo(
    () => ({ start: shown.filter((name) => pinned.includes(name)).map(idOf), end: [] }),
    [shown, pinned],
  );
  const columnOrder = useMemo(() => all.map(idOf), [all]);
  return useTable({
    features,
    columns,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnOrder, columnVisibility, columnSizing, columnPinning },
    onColumnSizingChange: (updater) => {
      const next = Object.entries(after(updater, columnSizing));
      state.resize(Object.fromEntries(next.map(([id, size]) => [nameOf(id), Math.round(size)])));
    },
    onColumnPinningChange: (updater) => state.pin(after(updater, columnPinning).start.map(nameOf)),
    onColumnOrderChange: (updater) => {
      const order = after(updater, columnOrder).map(nameOf);
      state.show(order.filter((name) => shown.includes(name)));
    },
    onColumnVisibilityChange: (updater) => {
      const visible = after(updater, columnVisibility);
      state.show(all.filter((name) => visible[idOf(name)]));
    },
  });
}

export type EventTable = ReactTable<typeof features, EventRow>;
export type EventColumn = ReturnType<EventTable['getVisibleLeafColumns']>[number];

/** What rows need of a column. Its width is not here, so that resizing draws no row again. */
export interface ShownColumn {
  readonly spec: ColumnSpec;
  readonly pinned: boolean;
  /** For style sheets: the first, and the last pinned. */
  readonly first: boolean;
  readonly lastPinned: boolean;
  /** Where a second or later pinned column sticks. */
  readonly style: CSSProperties | undefined;
}

export const shownColumn = (
  column: EventColumn,
  at: number,
  all: readonly EventColumn[],
): ShownColumn => {
  const pinned = column.getIsPinned() !== false;
  return {
    spec: columnNamed(nameOf(column.id)),
    pinned,
    first: at === 0,
    lastPinned: pinned && all[at + 1]?.getIsPinned() === false,
    style: pinned && at > 0 ? { insetInlineStart: `var(--start-${at})` } : undefined,
  };
};

/**
 * The widths as custom properties for one element around all rows. Cells have no style of their own: Chromium's
 * style cache would search all those of rows that scrolled away.
 */
export function columnWidths(columns: readonly EventColumn[]): CSSProperties {
  const tracks = columns.map((column, at) =>
    at < columns.length - 1 ? `${column.getSize()}px` : `minmax(${column.getSize()}px, 1fr)`,
  );
  const total = columns.reduce((sum, column) => sum + column.getSize(), 0);
  const properties: Record<string, string> = {
    '--columns': tracks.join(' '),
    '--columns-width': `${total}px`,
  };
  for (const [at, column] of columns.entries()) {
    if (column.getIsPinned()) properties[`--start-${at}`] = `${column.getStart('start')}px`;
  }
  return properties;
}

/** The name is the link to the event, so it always stays. */
export const isAnchor = (column: EventColumn): boolean => nameOf(column.id) === anchorColumn;

export function resizeColumn(table: EventTable, column: EventColumn, px: number): void {
  const { narrowest, widest } = columnLimits;
  const size = Math.max(narrowest, Math.min(widest, column.getSize() + px));
  table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: size }));
}

/** One place to the left (-1) or right (1) among the columns in view. */
export function moveColumn(table: EventTable, column: EventColumn, by: -1 | 1): void {
  const visible = table.getVisibleLeafColumns().map(({ id }) => id);
  const from = visible.indexOf(column.id);
  const neighbour = visible[from + by];
  if (neighbour === undefined) return;
  const swap = (ids: readonly string[]): string[] =>
    ids.map((id) => (id === column.id ? neighbour : id === neighbour ? column.id : id));
  table.setColumnOrder(swap);
}
