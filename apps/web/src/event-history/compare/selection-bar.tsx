import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { policyOfEvents } from '../../policy/policy-address.ts';
import { counted } from '../../ui/count.ts';
import { listInHand } from '../list-in-hand.ts';
import type { EventAddress } from '../page-state.ts';
import { clearSelection, compareSelected, differSelected } from '../selection.ts';
import { compareLimits } from './compare-link.ts';
import styles from './selection-bar.module.css';

/** How many events are selected, and what can be done with them. */
export function SelectionBar({
  selection,
}: {
  readonly selection: readonly EventAddress[];
}): ReactNode {
  const router = useRouter();
  const enough = selection.length >= compareLimits.least;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected events">
      <output className={styles.count}>
        {`${counted(selection.length, 'event')} selected`}
        {!enough && <span className={styles.hint}> Select another to compare</span>}
      </output>
      <Button
        variant="primary"
        disabled={!enough}
        onClick={() => compareSelected((path) => router.history.push(path))}
      >
        Compare
      </Button>
      <Button onClick={() => listInHand.get()?.change(differSelected())}>What is different?</Button>
      <Button onClick={() => router.history.push(policyOfEvents(selection))}>IAM policy</Button>
      <Button
        iconName="close"
        variant="icon"
        ariaLabel="Clear selection"
        onClick={clearSelection}
      />
    </div>
  );
}
