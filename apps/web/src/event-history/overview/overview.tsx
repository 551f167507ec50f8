import { useCallback, useMemo } from 'react';
import { useClient } from '../../api/client.ts';
import type { PageState, TimeRange } from '../page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { useAsked } from './asked.ts';
import { spanOf } from './bars.ts';
import { OverviewHead } from './overview-head.tsx';
import styles from './overview.module.css';
import { timelinePreference } from './overview-state.ts';
import { stripsOf, summaryOf } from './strip.ts';
import { Timeline } from './timeline.tsx';
import { useFigure } from './use-figure.ts';

interface Props {
  readonly store: ResultsStore;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** Steps that are asked for; the server takes a round size near it. */
const STEPS = 120;

/** When the events happened and how much of that time is known, above the list. */
export function Overview({ store, onChange }: Props) {
  const client = useClient();
  const [fold] = timelinePreference.use();
  const results = useResults(store);
  const asked = useAsked(results);
  const wanted = fold === 'open' ? asked : undefined;
  const { phase, scopes } = results;

  const histogram = useFigure(['histogram'], wanted, phase, (about, signal) =>
    client.histogram(about, STEPS, signal),
  );
  const coverage = useFigure(['coverage'], wanted, phase, (about, signal) =>
    client.coverage(about, signal),
  );
  const strips = useMemo(
    () => (asked ? stripsOf(asked.scopes, coverage.data, scopes, spanOf(asked)) : []),
    [asked, coverage.data, scopes],
  );
  const summary = useMemo(() => summaryOf(strips), [strips]);
  const zoom = useCallback((range: TimeRange) => onChange({ range }), [onChange]);

  return (
    <section aria-label="Timeline and coverage" className={styles.overview}>
      <OverviewHead histogram={histogram} />
      {fold === 'open' && (
        <div className={styles.chart}>
          {histogram.data && (
            <Timeline histogram={histogram.data} coverage={summary} onZoom={zoom} />
          )}
        </div>
      )}
    </section>
  );
}
