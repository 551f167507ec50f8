import { describe, expect, it } from 'vitest';
import { type CellPlace, moveFocus } from './focus.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const extent = { rows: 1000, columns: 6, page: 20, header: true };
const from = (row: number, column: number, key: string, more = {}): CellPlace | undefined =>
  moveFocus({ row, column }, { ...plain, key, ...more }, extent);
const ctrl = { ctrlKey: true };

describe('keys in the grid', () => {
  it('walk cell by cell and stop at the edges', () => {
    expect(from(3, 2, 'ArrowDown')).toEqual({ row: 4, column: 2 });
    expect(from(3, 2, 'j')).toEqual({ row: 4, column: 2 });
    expect(from(3, 2, 'k')).toEqual({ row: 2, column: 2 });
    expect(from(3, 2, 'ArrowRight')).toEqual({ row: 3, column: 3 });
    expect(from(3, 0, 'ArrowLeft')).toEqual({ row: 3, column: 0 });
    expect(from(999, 5, 'ArrowDown')).toEqual({ row: 999, column: 5 });
    expect(from(999, 5, 'ArrowRight')).toEqual({ row: 999, column: 5 });
  });

  it('go up into the header and back', () => {
    expect(from(0, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(from(-1, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(from(-1, 2, 'ArrowDown')).toEqual({ row: 0, column: 2 });
  });

  it('jump within the row, over the whole list, and by pages', () => {
    expect(from(3, 2, 'Home')).toEqual({ row: 3, column: 0 });
    expect(from(3, 2, 'End')).toEqual({ row: 3, column: 5 });
    expect(from(3, 2, 'Home', ctrl)).toEqual({ row: 0, column: 0 });
    expect(from(3, 2, 'End', ctrl)).toEqual({ row: 999, column: 5 });
    expect(from(3, 2, 'PageDown')).toEqual({ row: 23, column: 2 });
    expect(from(3, 2, 'PageUp')).toEqual({ row: 0, column: 2 });
    expect(from(990, 2, 'PageDown')).toEqual({ row: 999, column: 2 });
  });

  it('stay in the grid when there are no rows, and out of a header that is not shown', () => {
    const none = { ...extent, rows: 0 };
    for (const key of ['ArrowDown', 'PageDown', 'End'])
      expect(moveFocus({ row: -1, column: 0 }, { ...plain, key }, none)?.row).toBe(-1);
    const bare = { ...extent, header: false };
    expect(moveFocus({ row: 0, column: 0 }, { ...plain, key: 'ArrowUp' }, bare)?.row).toBe(0);
  });

  it('leave the browser its own', () => {
    expect(from(3, 2, 'a')).toBeUndefined();
    expect(from(3, 2, 'ArrowLeft', { altKey: true })).toBeUndefined();
    expect(from(3, 2, 'ArrowDown', ctrl)).toBeUndefined();
    expect(from(3, 2, 'ArrowRight', { shiftKey: true })).toBeUndefined();
  });
});
