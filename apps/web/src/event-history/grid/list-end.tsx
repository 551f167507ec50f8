import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { counted } from '../../ui/numbers/count.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import { completeTo } from '../results/progress.ts';
import type { Results } from '../results/results.ts';
import type { ResultsStore } from '../results/store.ts';
import styles from './table/grid.module.css';

interface Props {
  readonly results: Results;
  readonly store: ResultsStore;
  readonly zone: TimeZone;
}

/** Below the last row: why the list ends here, and the way on. */
export function ListEnd({ results, store, zone }: Props): ReactNode {
  const { phase, scopes, plan, failure } = results;
  const to = completeTo(scopes, plan);
  const moment = (iso: string): string => zone.dateTime(Date.parse(iso));
  switch (phase) {
    case 'idle':
      return null;
    case 'reading':
      return <div className={styles.end}>Reading back…{to && ` ${moment(to)}`}</div>;
    case 'more':
      return (
        <div className={styles.end}>
          {to ? `Read back to ${moment(to)}.` : 'There is more.'}{' '}
          <Button variant="inline-link" onClick={store.loadMore}>
            Read more
          </Button>
        </div>
      );
    case 'complete':
      return (
        <div className={styles.end}>
          {plan ? `Everything back to ${moment(plan.from)} was read.` : 'Everything was read.'}
        </div>
      );
    case 'partial':
      return (
        <div className={styles.end}>
          These are all that were kept: AWS no longer has what is missing here.
        </div>
      );
    case 'stopped':
      return (
        <div className={styles.end}>
          {to ? `Stopped at ${moment(to)}.` : 'Stopped.'} Older events were not read.{' '}
          <Button variant="inline-link" onClick={store.resume}>
            Continue
          </Button>
        </div>
      );
    case 'failed': {
      const failed = scopes.filter((scope) => scope.state === 'failed').length;
      return (
        <div className={styles.end}>
          {failure?.detail ??
            `${counted(failed, 'scope')} could not be read; the others are complete.`}{' '}
          <Button variant="inline-link" onClick={store.resume}>
            Try again
          </Button>
        </div>
      );
    }
  }
}
