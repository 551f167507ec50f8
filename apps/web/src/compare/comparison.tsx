import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import { type ReactNode, useMemo, useState } from 'react';
import { CopyButton } from '../ui/copy/copy-button.tsx';
import { counted } from '../ui/numbers/count.ts';
import type { Whole } from '../event/whole.ts';
import { comparePath } from '../address/pages/compare-link.ts';
import styles from './compare-page.module.css';
import { CompareTable } from './table/compare-table.tsx';
import type { Found } from './table/found.ts';
import { writtenOut } from './likeness/written-out.ts';
import { factsOf } from './likeness/facts.ts';
import type { Likeness } from './likeness/likeness.ts';
import { sectionsOf } from './likeness/sections.ts';
import { useLikeness } from './likeness/use-likeness.ts';

interface Props {
  /** The same for as long as this is shown: an event never changes. */
  readonly found: readonly Found[];
  readonly onlyDifferences: boolean;
  readonly onOnlyDifferences: (only: boolean) => void;
}

/** The events that could be read, field by field and member by member. */
export function Comparison(props: Props): ReactNode {
  const [wholes] = useState(() => props.found.map(({ whole }) => whole));
  const likeness = useLikeness(wholes);
  if (!likeness) return <StatusIndicator type="loading">Comparing large records</StatusIndicator>;
  return <Compared {...props} wholes={wholes} likeness={likeness} />;
}

interface ComparedProps extends Props {
  readonly wholes: readonly Whole[];
  readonly likeness: Likeness;
}

function Compared({
  found,
  wholes,
  likeness,
  onlyDifferences,
  onOnlyDifferences,
}: ComparedProps): ReactNode {
  const facts = useMemo(() => factsOf(wholes.map(({ row }) => row)), [wholes]);
  const sections = useMemo(
    () => sectionsOf(wholes, onlyDifferences, likeness),
    [wholes, onlyDifferences, likeness],
  );
  const shown = {
    facts: onlyDifferences ? facts.filter(({ same }) => !same) : facts,
    sections,
  };
  const alike = facts.length - facts.filter(({ same }) => !same).length;
  return (
    <>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>Compare events</h1>
          <p className={styles.summary}>
            {`${counted(found.length, 'event')}; ${counted(alike, 'field')} ${alike === 1 ? 'says' : 'say'} the same in all of them.`}
          </p>
        </div>
        <div className={styles.tools}>
          <Toggle
            checked={onlyDifferences}
            onChange={({ detail }) => onOnlyDifferences(detail.checked)}
          >
            Only differences
          </Toggle>
          <CopyButton
            text={() => writtenOut(wholes, shown.facts, shown.sections)}
            what="comparison"
            variant="button"
          />
          <CopyButton
            text={() => location.origin + comparePath(found.map(({ address }) => address))}
            what="link"
            variant="button"
          />
        </div>
      </header>
      <CompareTable
        found={found}
        facts={shown.facts}
        sections={shown.sections}
        onlyDifferences={onlyDifferences}
      />
    </>
  );
}
