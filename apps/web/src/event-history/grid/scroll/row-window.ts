import type { EventRow } from '@trailglass/api';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { placeOf } from '../../results/order.ts';
import { type AtTop, giveRoomBack, makeRoom, slideDown } from './arrivals.ts';
import { scrollRowsBy, useVirtualRows } from './virtual-rows.ts';

interface Options {
  readonly rows: readonly EventRow[];
  /** What the rows answer: another question is read from the top. */
  readonly question: unknown;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** A row that stays in the DOM wherever the reader scrolls: it has the focus. */
  readonly keep: number | undefined;
  readonly atTop: AtTop;
}

export interface RowWindow {
  /** The rows to draw, in order: a run of them, and the one to keep where it is not in the run. */
  readonly drawn: readonly { readonly index: number; readonly apart: boolean }[];
  /** px above the run. */
  readonly above: number;
  /** px of all rows together. */
  readonly height: number;
  /** The first row that is wholly in view, and the last that is at all. */
  readonly first: number;
  readonly last: number;
  /** How many rows have come above what is being read. */
  readonly newAbove: number;
  readonly toTop: () => void;
}

/** Which rows are drawn; rows that arrive above the reading position do not move it. */
export function useRowWindow(options: Options): RowWindow {
  const { rows, question, rowHeight, scroller, keep, atTop } = options;
  const virtualizer = useVirtualRows(scroller, rows.length, rowHeight);
  const [newAbove, setNewAbove] = useState(0);
  const offset = virtualizer.scrollOffset ?? 0;
  if (newAbove > 0 && offset < rowHeight) setNewAbove(0);

  const drawn = useRef({ rows, rowHeight, question });
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { rows, rowHeight, question };
    const at = virtualizer.scrollOffset ?? 0;
    if (before.rowHeight !== rowHeight) virtualizer.measure();
    if (before.question !== question) {
      scrollRowsBy(virtualizer, -at);
      return;
    }
    const index = Math.floor(at / before.rowHeight);
    const reading = before.rows[index];
    if (!reading) return;
    const inserted = placeOf(rows, reading) - index;
    if (at < before.rowHeight && atTop !== 'hold') {
      if (inserted > 0 && atTop === 'slide') slideDown(scroller.current, inserted * rowHeight);
      return;
    }
    const moved = (index + inserted) * rowHeight - index * before.rowHeight;
    if (inserted > 0) makeRoom(scroller.current, moved);
    if (moved !== 0) scrollRowsBy(virtualizer, moved);
    if (inserted > 0) setNewAbove((count) => count + inserted);
  }, [rows, rowHeight, question, virtualizer, atTop, scroller]);
  useLayoutEffect(() => {
    if (newAbove === 0) giveRoomBack(scroller.current);
  }, [newAbove, scroller]);

  const run = virtualizer.getVirtualIndexes();
  return {
    drawn: withKept(run, keep !== undefined && keep < rows.length ? keep : undefined),
    above: (run[0] ?? 0) * rowHeight,
    height: rows.length * rowHeight,
    first: Math.ceil(offset / rowHeight),
    last: virtualizer.range?.endIndex ?? 0,
    newAbove,
    toTop: () => {
      scroller.current?.scrollTo({ top: 0 });
      setNewAbove(0);
    },
  };
}

/** Always in the list's order: a row that changes its place in the document would lose the focus. */
function withKept(run: readonly number[], keep: number | undefined): RowWindow['drawn'] {
  const drawn = run.map((index) => ({ index, apart: false }));
  if (keep === undefined || run.includes(keep)) return drawn;
  return keep < (run[0] ?? 0)
    ? [{ index: keep, apart: true }, ...drawn]
    : [...drawn, { index: keep, apart: true }];
}
