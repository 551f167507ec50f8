import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { SessionNode } from '@trailglass/api';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import { type Clock, nearClock, wholeClock } from './line/clock.ts';
import styles from './session-tree.module.css';
import { TreeLine } from './line/tree-line.tsx';
import { type TreeRow, treeRows, untouched } from './line/tree-rows.ts';
import { useOpenEvents } from './use-open-events.ts';

interface Props {
  readonly nodes: readonly SessionNode[];
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

/** Longer than that, and an hour in it is a hair. */
const LONG_MS = 2 * 86_400_000;

/** The keys as a tree, each line's time on one clock. */
export function SessionTree({ nodes, names }: Props): ReactNode {
  const [openness, setOpenness] = useState(untouched);
  const [wanted, setWanted] = useState<string>();
  const [zoom, setZoom] = useState<string>('near');
  const list = useRef<HTMLUListElement>(null);
  const openEvents = useOpenEvents(nodes);
  const rows = useMemo(() => treeRows(nodes, openness), [nodes, openness]);
  const whole = useMemo(() => wholeClock(nodes), [nodes]);
  const near = useMemo(() => nearClock(nodes), [nodes]);
  const canZoom = near !== undefined && whole !== undefined && whole.to - whole.from > LONG_MS;
  const clock = canZoom && zoom === 'near' ? near : whole;
  const focus = rows.find((row) => row.kind === 'node' && row.node.focus)?.id;
  const active = rows.some(({ id }) => id === wanted) ? wanted : (focus ?? rows[0]?.id);

  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    setWanted(id);
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const toggle = (row: TreeRow, open?: boolean): void => {
    if (row.kind === 'more') {
      setOpenness({ ...openness, all: new Set([...openness.all, row.parent]) });
      setWanted(row.parent);
    } else if (row.open !== undefined && row.open !== open)
      setOpenness({ ...openness, set: new Map([...openness.set, [row.id, !row.open]]) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Links and buttons within a line have keys of their own.
    const item = event.target as HTMLElement;
    if (item.getAttribute('role') !== 'treeitem') return;
    const at = rows.findIndex(({ id }) => id === item.dataset['id']);
    const row = rows[at];
    if (!row) return;
    const act = keys(rows, at, { go, toggle, openEvents })[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <section className={styles.box} aria-label="Session tree">
      <div className={styles.head}>
        <div className={styles.headWho}>Who, with which key, from where</div>
        <div className={styles.headClock}>
          {canZoom && (
            <SegmentedControl
              selectedId={zoom}
              label="Time shown"
              options={[
                { id: 'near', text: 'This session' },
                { id: 'whole', text: 'All' },
              ]}
              onChange={({ detail }) => setZoom(detail.selectedId)}
            />
          )}
          {clock && <Axis clock={clock} />}
        </div>
        <div className={styles.headCounts}>In the archive</div>
      </div>
      <ul ref={list} role="tree" aria-label="Keys, by who handed them out" className={styles.tree}>
        {rows.map((row) => (
          <TreeLine
            key={row.id}
            row={row}
            names={names}
            clock={clock}
            active={row.id === active}
            onFocus={() => setWanted(row.id)}
            onKeyDown={onKeyDown}
            onToggle={() => toggle(row)}
            onOpen={() => (row.kind === 'more' ? toggle(row) : openEvents(row.node))}
          />
        ))}
      </ul>
    </section>
  );
}

interface Acts {
  readonly go: (id: string | undefined) => void;
  readonly toggle: (row: TreeRow, open?: boolean) => void;
  readonly openEvents: (node: SessionNode) => void;
}

/** As the ARIA practices have it for trees. */
function keys(
  rows: readonly TreeRow[],
  at: number,
  { go, toggle, openEvents }: Acts,
): Readonly<Record<string, (() => void) | undefined>> {
  const row = rows[at];
  if (!row) return {};
  const enter = (): void => (row.kind === 'more' ? toggle(row) : openEvents(row.node));
  const isOpen = row.kind === 'node' && row.open === true;
  const above = rows.slice(0, at).findLast(({ level }) => level < row.level)?.id;
  return {
    ArrowDown: () => go(rows[at + 1]?.id),
    ArrowUp: () => go(rows[at - 1]?.id),
    Home: () => go(rows[0]?.id),
    End: () => go(rows.at(-1)?.id),
    ArrowRight: () => (isOpen ? go(rows[at + 1]?.id) : toggle(row, true)),
    ArrowLeft: () => (isOpen ? toggle(row, false) : go(above)),
    Enter: enter,
    ' ': enter,
  };
}

function Axis({ clock }: { readonly clock: Clock }): ReactNode {
  const zone = useTimeZone();
  const day = zone.date(clock.from) === zone.date(clock.to);
  const short = clock.to - clock.from < LONG_MS;
  const text = (ms: number): string => (short ? zone.dateTime(ms) : zone.date(ms));
  return (
    <div className={styles.axis}>
      <span>{text(clock.from)}</span>
      <span>
        {day && short ? zone.time(clock.to) : text(clock.to)} {zone.offset(clock.to)}
      </span>
    </div>
  );
}
