import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { copyText } from '../copy/clipboard.ts';
import { JsonRow, type OnRoot, rowSubject, type SubjectOf } from './json-row.tsx';
import styles from './json-tree.module.css';
import { stepOf } from './keys.ts';
import type { JsonDocument } from '../json/read.ts';
import { useLines } from './use-lines.ts';
import { canOpen, type Openness, visibleRows, withRow } from './rows.ts';

interface JsonTreeProps {
  readonly document: JsonDocument;
  /** The node whose contents are shown. */
  readonly root?: number;
  readonly label: string;
  readonly openness: Openness;
  readonly onOpenness: (openness: Openness) => void;
  readonly subjectOf: SubjectOf;
  /** Offered where a part of the document can be looked at alone. */
  readonly onRoot?: OnRoot | undefined;
  readonly search?: RegExp | undefined;
  /** The node that the search is at; it is brought into view. */
  readonly current?: number | undefined;
}

/** Up to so many lines stand in the page as they are: the browser's own search and selection see all of them. */
const whole = 200;
const lineHeight = 22;

/** JSON as a tree of lines, each with the menu of its value. Any size: what is out of sight is not there. */
export function JsonTree(props: JsonTreeProps): ReactNode {
  const {
    document,
    root = 0,
    label,
    openness,
    onOpenness,
    subjectOf,
    onRoot,
    search,
    current,
  } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => visibleRows(document, root, openness), [document, root, openness]);
  const [chosen, setActive] = useState(0);
  const at =
    current === undefined ? -1 : rows.findIndex((row) => row.node === current && !row.host);
  const [followed, setFollowed] = useState(at);
  if (followed !== at) {
    setFollowed(at);
    if (at >= 0) setActive(at);
  }
  const active = Math.min(chosen, rows.length - 1);
  const virtual = rows.length > whole;
  const lines = useLines(virtual ? rows.length : 0, lineHeight, scroller);

  const show = (index: number): void => {
    if (virtual) lines.show(index);
    else
      scroller.current
        ?.querySelector(`[data-index="${index}"]`)
        ?.scrollIntoView?.({ block: 'nearest' });
  };
  const showing = useRef(show);
  useEffect(() => {
    showing.current = show;
  });
  useEffect(() => {
    if (at >= 0) showing.current(at);
  }, [at]);

  const toggle = (index: number, open?: boolean): void => {
    const row = rows[index];
    if (row && canOpen(row)) onOpenness(withRow(openness, row, root, open ?? !row.open));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const row = rows[active];
      if (event.key === 'c' && row && getSelection()?.isCollapsed !== false) {
        event.preventDefault();
        void copyText(rowSubject(row, subjectOf).copy());
      }
      return;
    }
    const step = stepOf(event.key, rows, active);
    if (!step) return;
    event.preventDefault();
    if (step.kind === 'open') toggle(active, step.open);
    else {
      setActive(step.to);
      show(step.to);
    }
  };
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const line = event.target.closest('[role=treeitem]');
    const index = Number(line?.getAttribute('data-index') ?? -1);
    if (index < 0) return;
    setActive(index);
    const onText = event.target.closest('[data-menu]') && rows[index]?.open === undefined;
    if (!onText && getSelection()?.isCollapsed !== false) toggle(index);
  };
  const line = (index: number, top?: number): ReactNode => {
    const row = rows[index];
    return (
      row && (
        <JsonRow
          key={`${row.depth}:${row.node}`}
          row={row}
          id={`${id}${index}`}
          index={index}
          active={index === active}
          subjectOf={subjectOf}
          onRoot={onRoot}
          search={search}
          current={index === at}
          measure={top === undefined ? undefined : lines.measure}
          top={top}
        />
      )
    );
  };
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      aria-activedescendant={`${id}${active}`}
      tabIndex={0}
      className={virtual ? `${styles.tree} ${styles.virtual}` : styles.tree}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {virtual ? (
        <div role="presentation" style={{ position: 'relative', blockSize: `${lines.height}px` }}>
          {lines.drawn.map((item) => line(item.index, item.start))}
        </div>
      ) : (
        rows.map((_row, index) => line(index))
      )}
    </div>
  );
}
