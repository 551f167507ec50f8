import Button from '@cloudscape-design/components/button';
import type { Histogram } from '@trailglass/api';
import { ProblemError } from '@trailglass/api';
import type { ReactNode } from 'react';
import { percent } from '../../ui/numbers/percent.ts';
import { FoldButton } from './fold/fold-button.tsx';
import styles from './overview.module.css';
import { timelinePreference } from './coverage/coverage-shown.ts';
import type { Figure } from '../results/use-figure.ts';

interface Props {
  readonly histogram: Figure<Histogram>;
  readonly facets: ReactNode;
  readonly children: ReactNode;
}

/** What the colours mean, how much of the time is counted, and the way to fold it all away. */
export function OverviewHead({ histogram, facets, children }: Props) {
  const [fold, setFold] = timelinePreference.use();
  const open = fold === 'open';
  const { data, error, refetch } = histogram;
  return (
    <div className={styles.head}>
      {facets}
      <FoldButton title="Timeline" open={open} onClick={() => setFold(open ? 'closed' : 'open')} />
      {open && data && (
        <span className={styles.legend}>
          <span className={styles.writes}>Writes</span>
          <span className={styles.reads}>Reads</span>
          <span className={styles.errors}>Errors</span>
          {data.covered < 1 && <span>{percent(data.covered)} read</span>}
        </span>
      )}
      {open && error && (
        <span>
          {error instanceof ProblemError ? error.problem.title : 'The timeline could not be read'}.{' '}
          <Button variant="inline-link" onClick={() => void refetch()}>
            Try again
          </Button>
        </span>
      )}
      {open && children}
    </div>
  );
}
