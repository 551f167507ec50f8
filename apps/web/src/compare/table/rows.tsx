import type { ReactNode } from 'react';
import { counted } from '../../ui/numbers/count.ts';
import { childCount, isContainer } from '../../ui/json/node.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../../ui/time/time-label.tsx';
import { withMenu } from '../../ui/value-menu/shown-value.ts';
import { Absent } from '../../event/pair.tsx';
import { recordSubject } from '../../event/record-subject.ts';
import { Value } from '../../event/value.tsx';
import styles from './compare-table.module.css';
import { differingCells } from './differing-cells.ts';
import type { Fact } from '../likeness/facts.ts';
import type { Place } from '../likeness/likeness.ts';
import type { Line } from '../likeness/sections.ts';
import { textOf } from '../likeness/written-out.ts';

interface RowProps {
  /** What tells the events apart, in order. */
  readonly events: readonly string[];
  readonly onlyDifferences: boolean;
}

/** A catalogue field in every event. */
export function FactRow({
  fact,
  events,
  onlyDifferences,
}: RowProps & { readonly fact: Fact }): ReactNode {
  const { name, label, values } = fact;
  const differs = differingCells(
    values.map((texts) => JSON.stringify(texts)),
    onlyDifferences,
  );
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.label}>
        {label}
      </th>
      {events.map((event, at) => (
        <Cell key={event} at={at} differs={differs[at] === true}>
          {(values[at] ?? []).length === 0 && <Absent />}
          {values[at]?.map((text) => (
            <div key={text}>
              <Value subject={name} value={text}>
                {name === 'eventTime' && <TimeLabel iso={text} offset />}
              </Value>
            </div>
          ))}
        </Cell>
      ))}
    </tr>
  );
}

/** A member of the record in every event; what it holds follows in lines of its own. */
export function LineRow({
  line,
  events,
  onlyDifferences,
}: RowProps & { readonly line: Line }): ReactNode {
  const { value, label, depth } = line;
  const opened = value.members.length > 0;
  const told = opened || value.same ? [] : value.places.map((place) => place && textOf(place));
  const differs = differingCells(told, onlyDifferences);
  return (
    <tr className={opened ? `${styles.row} ${styles.around}` : styles.row}>
      <th
        scope="row"
        className={styles.label}
        style={{ paddingInlineStart: `${12 + Math.min(depth, 20) * 14}px` }}
      >
        <SafeText text={label} limit={200} />
      </th>
      {events.map((event, at) => (
        <PlaceCell key={event} line={line} at={at} differs={differs[at] === true} />
      ))}
    </tr>
  );
}

function PlaceCell({ line, at, differs }: PlaceCellProps): ReactNode {
  const { value, path } = line;
  const place = value.places[at];
  return (
    <Cell at={at} differs={differs}>
      {!place ? (
        <Absent />
      ) : value.members.length > 0 ? (
        <Held place={place} inText={value.inText} />
      ) : (
        <Leaf place={place} path={path} />
      )}
    </Cell>
  );
}

interface CellProps {
  readonly at: number;
  /** From the first event's. */
  readonly differs: boolean;
  readonly children: ReactNode;
}

const Cell = ({ at, differs, children }: CellProps): ReactNode => (
  <td className={differs ? `${styles.cell} ${styles.differs}` : styles.cell}>
    <span className={styles.of}>{at + 1}</span>
    <div className={styles.content}>{children}</div>
  </td>
);

interface PlaceCellProps {
  readonly line: Line;
  readonly at: number;
  readonly differs: boolean;
}

function Held({ place, inText }: { readonly place: Place; readonly inText: boolean }): ReactNode {
  const { document, node } = place;
  if (inText) return <span className={styles.quiet}>JSON in a string</span>;
  if (!isContainer(document, node)) return <span className={styles.quiet}>{textOf(place)}</span>;
  const one = document.nodes.kind(node) === 'object' ? 'key' : 'item';
  return <span className={styles.quiet}>{counted(childCount(document, node), one)}</span>;
}

function Leaf({ place, path }: { readonly place: Place; readonly path: Line['path'] }): ReactNode {
  const { document, node } = place;
  const text = textOf(place);
  const subject = path && recordSubject(path);
  const scalar = !isContainer(document, node) && document.nodes.kind(node) !== 'null';
  if (subject !== undefined && scalar && text !== '')
    return <Value subject={subject} value={text} />;
  const look = isContainer(document, node) ? styles.json : undefined;
  return (
    <span ref={withMenu({ copy: () => text })} data-menu="" className={look}>
      {text === '' ? '""' : <SafeText text={text} limit={2000} />}
    </span>
  );
}
