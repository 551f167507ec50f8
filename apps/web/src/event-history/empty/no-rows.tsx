import Box from '@cloudscape-design/components/box';
import { lazy, Suspense } from 'react';
import { later } from '../../ui/loading/lazily.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { emptiness, type Step } from './emptiness.ts';
import { Steps } from './steps.tsx';
import styles from './no-rows.module.css';
import { showGaps } from '../overview/coverage/coverage-shown.ts';
import type { PageState } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';

interface Props {
  readonly store: ResultsStore;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** Where its code cannot be loaded, the ways out stand without numbers. */
const load = () => import('./reasons.tsx');
const Reasons = lazy(() =>
  load().then(
    (module) => ({ default: module.Reasons }),
    () => ({ default: Steps }),
  ),
);
later(load);

/** In place of rows: why there are none, and the next step. Never shown while there are rows or more may come. */
export function NoRows({ store, names, onChange }: Props) {
  const results = useResults(store);
  const empty = emptiness(results, useTimeZone(), names);
  if (!empty) return null;
  const take = (step: Step): void => {
    if (step.kind === 'change') onChange(step.change);
    else if (step.kind === 'gaps') showGaps();
    else if (step.kind === 'read-all') store.readAll();
    else store.resume();
  };
  const { title, detail, steps, asks } = empty;
  return (
    <div className={styles.empty}>
      <Box variant="h3" tagOverride="h2" padding="n">
        {title}
      </Box>
      {detail && (
        <Box color="text-body-secondary">
          <SafeText text={detail} />
        </Box>
      )}
      <div className={styles.ways}>
        {asks ? (
          <Suspense>
            <Reasons results={results} names={names} steps={steps} onTake={take} />
          </Suspense>
        ) : (
          <Steps steps={steps} onTake={take} />
        )}
      </div>
    </div>
  );
}
