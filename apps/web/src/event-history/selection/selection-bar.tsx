import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClient } from '../../api/client.ts';
import { policyOfEvents } from '../../address/pages/policy-address.ts';
import { counted } from '../../ui/numbers/count.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { formats } from '../download/download-formats.ts';
import { downloadEvents } from '../download/follow-download.tsx';
import type { ColumnState } from '../../fields/column-state.ts';
import { listInHand } from '../results/list-in-hand.ts';
import type { EventAddress } from '../../address/page-state.ts';
import { clearSelection, compareSelected, differSelected } from './selection.ts';
import { compareLimits } from '../../address/pages/compare-link.ts';
import styles from './selection-bar.module.css';

interface Props {
  readonly selection: readonly EventAddress[];
  readonly columns: ColumnState;
}

/** How many events are selected, and what can be done with them. */
export function SelectionBar({ selection, columns }: Props): ReactNode {
  const client = useClient();
  const zone = useTimeZone();
  const router = useRouter();
  const { least, most } = compareLimits;
  const few = selection.length < least;
  const many = selection.length > most;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected events">
      <output className={styles.count}>
        {`${counted(selection.length, 'event')} selected`}
        {few && <span className={styles.hint}> Select another to compare</span>}
      </output>
      <Button
        variant={many ? 'normal' : 'primary'}
        disabled={few || many}
        {...(many && { disabledReason: 'Two to five events can be compared side by side.' })}
        onClick={() => compareSelected((path) => router.history.push(path))}
      >
        Compare
      </Button>
      <Button onClick={() => listInHand.get()?.change(differSelected())}>What is different?</Button>
      <Button onClick={() => router.history.push(policyOfEvents(selection))}>IAM policy</Button>
      <ButtonDropdown
        items={[...formats]}
        expandToViewport
        ariaLabel="Download the selected events"
        onItemClick={({ detail }) => {
          const format = formats.find(({ id }) => id === detail.id)?.id;
          if (format === undefined) return;
          const choice = { format, ...(format === 'csv' && { columns: columns.shown }) };
          void downloadEvents(client, selection, choice, zone);
        }}
      >
        Download
      </ButtonDropdown>
      <Button
        iconName="close"
        variant="icon"
        ariaLabel="Clear selection"
        onClick={clearSelection}
      />
    </div>
  );
}
