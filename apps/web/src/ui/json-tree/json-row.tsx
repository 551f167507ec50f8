import type { ReactNode } from 'react';
import { counted } from '../count.ts';
import { SafeText } from '../safe-text/safe-text.tsx';
import { type MenuSubject, withMenu } from '../value-menu/shown-value.ts';
import styles from './json-tree.module.css';
import { childCount, embedded, exactText, isContainer, keyOf, keyPath, plainText } from './node.ts';
import type { Row } from './rows.ts';

/** Names a path for filters and columns; undefined where a filter cannot name it. */
export type SubjectOf = (path: readonly string[]) => string | undefined;

interface JsonRowProps {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly subjectOf: SubjectOf;
  readonly search: RegExp | undefined;
  /** The place that the search is at. */
  readonly current: boolean;
  readonly measure?: ((element: Element | null) => void) | undefined;
  readonly top?: number | undefined;
}

/** What the value menu is about on this line. */
export function rowSubject(row: Row, subjectOf: SubjectOf): MenuSubject {
  const { document, node, host } = row;
  const copy = (): string =>
    isContainer(document, node) ? exactText(document, node) : plainText(document, node);
  if (host || isContainer(document, node)) return { copy };
  const subject = subjectOf(keyPath(document, node));
  const value = document.nodes.kind(node) === 'null' ? undefined : plainText(document, node);
  return { subject, value, copy };
}

export function JsonRow(props: JsonRowProps): ReactNode {
  const { row, id, index, active, subjectOf, search, current, measure, top } = props;
  const { document, node, depth } = row;
  const key = keyOf(document, node);
  const expandable = row.open !== undefined || embedded(document, node) !== undefined;
  return (
    <div
      ref={measure}
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={expandable ? row.open === true : undefined}
      aria-selected={active}
      data-index={index}
      className={[styles.row, active && styles.active, current && styles.current]
        .filter(Boolean)
        .join(' ')}
      style={{
        paddingInlineStart: `${4 + Math.min(depth, 40) * 16}px`,
        ...(top === undefined ? {} : { position: 'absolute', transform: `translateY(${top}px)` }),
      }}
    >
      <span className={styles.twisty} data-toggle={expandable || undefined} aria-hidden="true">
        {expandable ? (row.open ? '▾' : '▸') : ''}
      </span>
      <span className={styles.line}>
        {key !== undefined && (
          <>
            <span className={styles.key}>
              <SafeText text={key} limit={200} search={search} />
            </span>
            <span className={styles.colon}>: </span>
          </>
        )}
        <span
          ref={withMenu(rowSubject(row, subjectOf))}
          data-menu=""
          className={styles[document.nodes.kind(node)]}
        >
          <Value row={row} search={search} />
        </span>
      </span>
    </div>
  );
}

function Value({ row, search }: { readonly row: Row; readonly search: RegExp | undefined }) {
  const { document, node } = row;
  const kind = document.nodes.kind(node);
  if (kind === 'object' || kind === 'array') {
    const count = childCount(document, node);
    const [left, right] = kind === 'object' ? '{}' : '[]';
    if (count === 0) return `${left}${right}`;
    return `${left} ${counted(count, kind === 'object' ? 'key' : 'item')} ${right}`;
  }
  const text = plainText(document, node);
  if (kind !== 'string') return <SafeText text={text} search={search} />;
  if (text === '') return '""';
  return row.open ? 'JSON in a string' : <SafeText text={text} limit={300} search={search} />;
}
