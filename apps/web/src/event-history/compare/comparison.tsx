import Toggle from '@cloudscape-design/components/toggle';
import { type ReactNode, useMemo, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { counted } from '../../ui/count.ts';
import type { Whole } from '../detail/whole.ts';
import type { EventAddress } from '../page-state.ts';
import { comparePath } from './compare-link.ts';
import styles from './compare-page.module.css';
import { CompareTable } from './compare-table.tsx';
import { writtenOut } from './written-out.ts';
import { factsOf } from './facts.ts';
import { differing, sectionsOf } from './sections.ts';

export interface Found {
  readonly address: EventAddress;
  readonly whole: Whole;
}

interface Props {
  /** The same for as long as this is shown: an event never changes. */
  readonly found: readonly Found[];
  readonly onlyDifferences: boolean;
  readonly onOnlyDifferences: (only: boolean) => void;
}

/** The events that could be read, field by field and member by member. */
export function Comparison({ found, onlyDifferences, onOnlyDifferences }: Props): ReactNode {
  const [wholes] = useState(() => found.map(({ whole }) => whole));
  const facts = useMemo(() => factsOf(wholes.map(({ row }) => row)), [wholes]);
  const sections = useMemo(() => sectionsOf(wholes), [wholes]);
  const shown = onlyDifferences
    ? {
        facts: facts.filter(({ same }) => !same),
        sections: sections.map(({ title, lines }) => ({ title, lines: differing(lines) })),
      }
    : { facts, sections };
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
