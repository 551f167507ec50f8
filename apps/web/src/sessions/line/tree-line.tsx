import type { KeyboardEvent, ReactNode } from 'react';
import { counted } from '../../ui/numbers/count.ts';
import type { Clock } from './clock.ts';
import { Handover } from './handover.tsx';
import { Holder } from './holder.tsx';
import styles from './tree-line.module.css';
import { TimeBar } from './time-bar.tsx';
import type { TreeRow } from './tree-rows.ts';

interface Props {
  readonly row: TreeRow;
  readonly names: ReadonlyMap<string, string>;
  readonly clock: Clock | undefined;
  /** Tab reaches this line and no other. */
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

/** One key: whose it is, how they came by it, when it was used and how much. */
export function TreeLine({ row, names, clock, active, ...on }: Props) {
  const isMore = row.kind === 'more';
  const focus = !isMore && row.node.focus === true;
  return (
    <li
      role="treeitem"
      data-id={row.id}
      tabIndex={active ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={isMore ? undefined : row.open}
      aria-current={focus || undefined}
      aria-label={isMore ? `Show ${counted(row.count, 'more key')}` : nameOf(row.node)}
      className={focus ? `${styles.line} ${styles.focus}` : styles.line}
      style={{ ['--level' as string]: row.level - 1 }}
      onFocus={on.onFocus}
      onKeyDown={on.onKeyDown}
      onClick={(event) => {
        const own = event.target instanceof Element && event.target.closest('a, button');
        // What was selected with the pointer is to be copied, not left.
        if (!own && getSelection()?.isCollapsed !== false) on.onOpen();
      }}
    >
      <div className={styles.who}>
        {!isMore && row.open !== undefined ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            aria-label={row.open ? 'Collapse' : 'Expand'}
            onClick={on.onToggle}
          >
            <Caret open={row.open} />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        {isMore ? (
          <span className={styles.more}>Show {counted(row.count, 'more key')}</span>
        ) : (
          <div className={styles.words}>
            <Holder node={row.node} names={names} reachable={active} />
            <Handover node={row.node} reachable={active} />
          </div>
        )}
      </div>
      {!isMore && (
        <>
          <div className={styles.bar}>{clock && <TimeBar node={row.node} clock={clock} />}</div>
          <Counts node={row.node} />
        </>
      )}
    </li>
  );
}

type Node = Extract<TreeRow, { kind: 'node' }>['node'];

const nameOf = ({ holder, key, events, writes, errors, focus, person }: Node): string =>
  [
    holder.label,
    holder.roleName,
    person && 'first person',
    focus && 'this session',
    key === undefined ? 'no access key' : `access key ${key}`,
    key !== undefined &&
      `${counted(events, 'event')}, ${counted(writes, 'write')}, ${counted(errors, 'error')}`,
  ]
    .filter(Boolean)
    .join(', ');

function Counts({ node }: { readonly node: Node }): ReactNode {
  const { events, writes, errors, more } = node;
  return (
    <div className={styles.counts}>
      {events > 0 && <div>{counted(events, 'event')}</div>}
      <div className={styles.quiet}>
        {writes > 0 && <span>{counted(writes, 'write')}</span>}
        {errors > 0 && <span className={styles.errors}>{counted(errors, 'error')}</span>}
      </div>
      {more > 0 && <div className={styles.quiet}>+ {counted(more, 'key')} not shown</div>}
    </div>
  );
}

const Caret = ({ open }: { readonly open: boolean }): ReactNode => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    className={open ? styles.down : undefined}
  >
    <path d="M6 4l4 4-4 4z" fill="currentColor" />
  </svg>
);
