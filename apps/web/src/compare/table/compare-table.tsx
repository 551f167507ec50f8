import Button from '@cloudscape-design/components/button';
import { type ReactNode, useState } from 'react';
import { counted } from '../../ui/numbers/count.ts';
import styles from './compare-table.module.css';
import type { Found } from './found.ts';
import { EventHeading } from './event-heading.tsx';
import type { Fact } from '../likeness/facts.ts';
import { FactRow, LineRow } from './rows.tsx';
import { mostLines, type Section } from '../likeness/sections.ts';

interface Props {
  readonly found: readonly Found[];
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly onlyDifferences: boolean;
}

// What scrolls is reached with Tab, or it could not be scrolled with keys.
const reachable = { tabIndex: 0, role: 'region', 'aria-label': 'Comparison' };

/** One column an event; where there is no room for columns, the values stand below each other with the event's number. */
export function CompareTable({ found, facts, sections, onlyDifferences }: Props): ReactNode {
  const events = found.map(({ address }) => `${address.account} ${address.eventId}`);
  return (
    <div
      className={styles.scroller}
      style={{ ['--events' as string]: found.length }}
      {...reachable}
    >
      <table aria-label="Events compared" className={styles.table}>
        <thead className={styles.head}>
          <tr className={styles.headings}>
            <th scope="col" className={styles.corner}>
              Field
            </th>
            {found.map((one, at) => (
              <th key={one.address.eventId} scope="col" className={styles.heading}>
                <EventHeading found={found} at={at} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          <Band title="Fields" />
          {facts.map((fact) => (
            <FactRow
              key={fact.name}
              fact={fact}
              events={events}
              onlyDifferences={onlyDifferences}
            />
          ))}
          {facts.length === 0 && <Nothing onlyDifferences={onlyDifferences} />}
          {sections.map((section) => (
            <SectionRows
              key={section.title}
              section={section}
              events={events}
              onlyDifferences={onlyDifferences}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const step = 300;
const cutWords = `Only the first ${mostLines.toLocaleString('en')} lines are listed.`;

function SectionRows({
  section: { title, lines, cut },
  events,
  onlyDifferences,
}: {
  readonly section: Section;
  readonly events: readonly string[];
  readonly onlyDifferences: boolean;
}): ReactNode {
  const [shown, setShown] = useState(step);
  const left = lines.length - shown;
  return (
    <>
      <Band title={title} />
      {lines.slice(0, shown).map((line) => (
        <LineRow key={line.id} line={line} events={events} onlyDifferences={onlyDifferences} />
      ))}
      {lines.length === 0 && <Nothing onlyDifferences={onlyDifferences} />}
      {left <= 0 && cut && (
        <tr className={styles.note}>
          <td>{cutWords}</td>
        </tr>
      )}
      {left > 0 && (
        <tr className={styles.note}>
          <td>
            {`${counted(left, 'more line')} `}
            <Button variant="inline-link" onClick={() => setShown(shown + step)}>
              {`Show ${Math.min(step, left)}`}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}

const Band = ({ title }: { readonly title: string }): ReactNode => (
  <tr className={styles.band}>
    <th scope="rowgroup" className={styles.bandTitle}>
      {title}
    </th>
  </tr>
);

const Nothing = ({ onlyDifferences }: { readonly onlyDifferences: boolean }): ReactNode => (
  <tr className={styles.note}>
    <td>{onlyDifferences ? 'No differences.' : 'Nothing is recorded here.'}</td>
  </tr>
);
