import { canOpen, type Row } from './rows.ts';

/** What a key does in a tree, as the ARIA practices say. */
export type Step =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'open'; readonly open: boolean };

const page = 15;

export function stepOf(key: string, rows: readonly Row[], at: number): Step | undefined {
  const move = (to: number): Step => ({
    kind: 'move',
    to: Math.max(0, Math.min(rows.length - 1, to)),
  });
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return move(at + 1);
    case 'ArrowUp':
      return move(at - 1);
    case 'PageDown':
      return move(at + page);
    case 'PageUp':
      return move(at - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows.length - 1);
    case 'ArrowRight':
      if (!canOpen(row)) return undefined;
      return row.open ? move(at + 1) : { kind: 'open', open: true };
    case 'ArrowLeft': {
      if (row.open) return { kind: 'open', open: false };
      const around = rows.findLastIndex((other, index) => index < at && other.depth < row.depth);
      return around < 0 ? undefined : move(around);
    }
    case 'Enter':
    case ' ':
      return row.open === undefined ? undefined : { kind: 'open', open: !row.open };
    default:
      return undefined;
  }
}
