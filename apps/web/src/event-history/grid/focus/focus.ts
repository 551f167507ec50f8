/** A cell by its place: row -1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Whole rows in view. */
  readonly page: number;
  /** False where there is no header to walk into. */
  readonly header: boolean;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const within = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** Where a key leads from a cell (WAI-ARIA's grid pattern); undefined when the key is not the grid's. */
export function moveFocus(from: CellPlace, key: Key, extent: GridExtent): CellPlace | undefined {
  if (key.altKey || key.shiftKey) return undefined;
  const corner = key.ctrlKey || key.metaKey;
  const lastRow = extent.rows - 1;
  const lastColumn = Math.max(0, extent.columns - 1);
  const top = extent.header ? -1 : 0;
  const to = (row: number, column: number): CellPlace => ({
    row: within(row, Math.min(top, lastRow), Math.max(top, lastRow)),
    column: within(column, 0, lastColumn),
  });
  const { row, column } = from;
  switch (key.key) {
    case 'Home':
      return corner ? to(0, 0) : to(row, 0);
    case 'End':
      return corner ? to(lastRow, lastColumn) : to(row, lastColumn);
    default:
  }
  if (corner) return undefined;
  switch (key.key) {
    case 'ArrowUp':
    case 'k':
      return to(row - 1, column);
    case 'ArrowDown':
    case 'j':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return row <= 0 ? to(row, column) : to(Math.max(0, row - extent.page), column);
    case 'PageDown':
      return to(Math.max(0, row) + extent.page, column);
    default:
      return undefined;
  }
}
