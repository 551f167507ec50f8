import type { ReactNode } from 'react';
import { counted } from '../numbers/count.ts';
import { SafeText } from '../safe-text/safe-text.tsx';
import { type MenuSubject, withMenu } from '../value-menu/shown-value.ts';
import { encodedUserData } from '../json/base64.ts';
import styles from './json-tree.module.css';
import { MomentText, momentOf } from './moment-text.tsx';
import {
  childCount,
  embedded,
  exactText,
  isContainer,
  keyOf,
  keyPath,
  plainText,
} from '../json/node.ts';
import type { Row } from './rows.ts';
import { UserData } from './user-data.tsx';

/** Shows a part of the document as if it were all of it. */
export type OnRoot = (node: number) => void;

/** Names a path for filters and columns; undefined where a filter cannot name it. */
export type SubjectOf = (path: readonly string[]) => string | undefined;

interface JsonRowProps {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly subjectOf: SubjectOf;
  readonly onRoot: OnRoot | undefined;
  readonly search: RegExp | undefined;
  /** The place that the search is at. */
  readonly current: boolean;
  readonly measure?: ((element: Element | null) => void) | undefined;
  readonly top?: number | undefined;
}

/** What the value menu is about on this line. */
export function rowSubject(row: Row, subjectOf: SubjectOf, onRoot?: OnRoot): MenuSubject {
  const { document, node, host } = row;
  const copy = (): string =>
    isContainer(document, node) ? exactText(document, node) : plainText(document, node);
  const value = ['null', 'object', 'array'].includes(document.nodes.kind(node))
    ? undefined
    : plainText(document, node);
  // Within a JSON string no path leads.
  if (host) return { value, copy };
  if (isContainer(document, node)) {
    const also = onRoot && [{ label: 'Show only this part', act: () => onRoot(node) }];
    return { copy, also, path: subjectOf(keyPath(document, node)) };
  }
  const subject = subjectOf(keyPath(document, node));
  return { subject, value, copy };
}

export function JsonRow(props: JsonRowProps): ReactNode {
  const { row, id, index, active, subjectOf, onRoot, search, current, measure, top } = props;
  const { document, node, depth } = row;
  const key = keyOf(document, node);
  const encoded = encodedUserData(document, node);
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
          ref={withMenu(rowSubject(row, subjectOf, onRoot))}
          data-menu=""
          className={styles[document.nodes.kind(node)]}
        >
          <Value row={row} search={search} />
        </span>
        {encoded !== undefined && <UserData encoded={encoded} />}
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
  if (row.open) return 'JSON in a string';
  const shown = <SafeText text={text} limit={300} search={search} />;
  const ms = momentOf(text);
  return ms === undefined ? shown : <MomentText ms={ms}>{shown}</MomentText>;
}
