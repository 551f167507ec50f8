import { useRouter } from '@tanstack/react-router';
import type { EventRow } from '@trailglass/api';
import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useServerNow } from '../../api/about.ts';
import { densityPreference } from '../../ui/preference/appearance.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { useMedia } from '../../ui/use-media.ts';
import type { EventAddress } from '../../address/page-state.ts';
import { completeTo } from '../results/progress.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import {
  compareSelected,
  selectListed,
  selectThrough,
  toggleSelected,
  useSelection,
} from '../selection/selection.ts';
import { useActiveCell } from './focus/active-cell.ts';
import { useArrival } from './scroll/arrival.ts';
import { copyCell, tellOnHover } from './line/cell-hints.ts';
import type { ColumnState } from '../../fields/column-state.ts';
import { EventLine } from './line/event-line.tsx';
import { columnWidths, shownColumn, useEventTable } from './table/event-table.ts';
import { gridActions } from './focus/grid-actions.ts';
import styles from './table/grid.module.css';
import { HeaderRow } from './header/header-row.tsx';
import { ListEnd } from './list-end.tsx';
import { NarrowLine } from './line/narrow-line.tsx';
import { NewAbove } from './new-above.tsx';
import { useRowWindow } from './scroll/row-window.ts';
import { Skeleton } from './skeleton.tsx';
import { addressOf } from '../../address/event-address.ts';
import { eventKey } from '../../event/event-key.ts';
import spoken from '../../ui/spoken.module.css';

interface Props {
  readonly store: ResultsStore;
  readonly columns: ColumnState;
  /** The event whose drawer is open. */
  readonly open: EventAddress | undefined;
  readonly onOpen: (row: EventRow) => void;
  readonly onClose: () => void;
  /** Brought into view when it changes: the drawer has walked to it. */
  readonly reveal: EventRow | undefined;
  /** The event's own address. */
  readonly hrefOf: (row: EventRow) => string;
  /** Stands in place of the rows when there are none and none are coming. */
  readonly empty: ReactNode;
}

const rowHeights = { compact: 28, comfortable: 36 } as const;
const narrowHeights = { compact: 48, comfortable: 56 } as const;
/** Rows left below the view when the next ones are asked for. */
const ahead = 40;

/** The events as an ARIA grid: one row drawn per row in view, whatever the length of the list. */
export function EventGrid({
  store,
  columns: state,
  open,
  onOpen,
  onClose,
  reveal,
  hrefOf,
  empty,
}: Props) {
  const results = useResults(store);
  const { rows, phase, stale, scopes, plan } = results;
  // Until then the search itself may still find newer ones.
  const isFinal = phase !== 'reading' || completeTo(scopes, plan) !== undefined;
  const zone = useTimeZone();
  const now = useServerNow();
  const narrow = useMedia('(max-width: 599px)');
  const router = useRouter();
  const selection = useSelection();
  const selected = useMemo(() => new Set(selection.map(eventKey)), [selection]);
  const [density] = densityPreference.use();
  const rowHeight = (narrow ? narrowHeights : rowHeights)[density];
  const table = useEventTable(state);
  const leaves = table.getVisibleLeafColumns();
  const columns = useMemo(() => leaves.map(shownColumn), [leaves]);

  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const active = useActiveCell(grid, rows);
  const view = useRowWindow({
    rows,
    question: results.question,
    rowHeight,
    scroller,
    keep: active.row < 0 ? undefined : active.row,
    atTop: isFinal ? (open ? 'hold' : 'slide') : 'push',
  });

  const wantsMore = phase === 'more' && view.last >= rows.length - ahead;
  useEffect(() => {
    if (wantsMore) store.loadMore();
  }, [wantsMore, store]);

  const { follow } = active;
  useEffect(() => {
    if (reveal) follow(reveal);
  }, [reveal, follow]);
  useArrival(rows, open, scroller, active.arrive);

  const actions = gridActions({
    rows,
    active,
    page: Math.max(1, view.last - view.first - 1),
    columns: narrow ? 1 : columns.length,
    header: !narrow,
    walking: open !== undefined,
    onOpen,
    onClose,
    onSelect: (row, through) => (through ? selectThrough : toggleSelected)(addressOf(row)),
    onSelectAll: selectListed,
    onCompare: () => compareSelected((path) => router.history.push(path)),
  });

  const Line = narrow ? NarrowLine : EventLine;
  const timeOf = (at: number): number => Date.parse(rows[at]?.eventTime ?? '');
  const dateOf = (at: number): string => zone.date(timeOf(at));
  const waiting = rows.length === 0 && phase === 'reading';
  const asGrid = {
    role: 'grid',
    'aria-label': 'Events, newest first',
    // Unknown until everything is read.
    'aria-rowcount': phase === 'complete' || phase === 'partial' ? rows.length + 1 : -1,
    'aria-colcount': narrow ? 1 : columns.length,
    'aria-busy': waiting || stale,
    ...actions,
    onCopy: copyCell,
    onPointerOver: (event: PointerEvent) => tellOnHover(event.target, zone),
    onFocus: active.onFocus,
    onBlur: active.onBlur,
  } as const;
  return (
    <div className={styles.frame}>
      <NewAbove count={view.newAbove} onShow={view.toTop} />
      <div
        ref={scroller}
        className={styles.scroller}
        style={{
          ...columnWidths(leaves),
          ['--row-height' as string]: `${rowHeight}px`,
          scrollPaddingInlineStart: table.getStartTotalSize(),
        }}
        onScroll={({ currentTarget: at }) => at.toggleAttribute('data-sideways', at.scrollLeft > 0)}
      >
        <table
          ref={grid}
          {...asGrid}
          className={styles.grid}
          data-selecting={selected.size > 0 || undefined}
          data-narrow={narrow || undefined}
          data-error-column={state.shown.includes('errorCode') || undefined}
        >
          <thead className={narrow ? spoken.only : styles.head}>
            {narrow ? (
              <tr aria-rowindex={1}>
                <th scope="col" aria-colindex={1}>
                  Event
                </th>
              </tr>
            ) : (
              <HeaderRow
                table={table}
                columns={columns}
                active={active.row < 0 ? active.column : undefined}
                offset={zone.offset(timeOf(view.first) || now())}
              />
            )}
          </thead>
          <tbody
            className={stale ? styles.staleRows : styles.rows}
            style={{ blockSize: view.height, paddingBlockStart: view.above }}
          >
            {view.drawn.map(({ index, apart }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <Line
                  key={eventKey(row)}
                  row={row}
                  index={index}
                  apart={apart ? index * rowHeight : undefined}
                  columns={columns}
                  active={active.row === index ? active.column : undefined}
                  open={open?.eventId === row.eventId && open.account === row.account}
                  selected={selected.has(eventKey(row))}
                  dated={index === view.first || index === 0 || dateOf(index - 1) !== dateOf(index)}
                  zone={zone}
                  hrefOf={hrefOf}
                />
              );
            })}
          </tbody>
        </table>
        {waiting && <Skeleton rows={24} columns={narrow ? columns.slice(0, 1) : columns} />}
        {rows.length === 0 ? empty : <ListEnd results={results} store={store} zone={zone} />}
      </div>
    </div>
  );
}
