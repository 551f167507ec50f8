import Button from '@cloudscape-design/components/button';
import { parseTime } from '@trailglass/record';
import { useEffect, useMemo, useRef } from 'react';
import { useClient } from '../../api/client.ts';
import type { PageState } from '../../address/page-state.ts';
import type { Phase } from '../results/results.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { useAsked } from '../results/asked.ts';
import { CoverageStrip } from './coverage/coverage-strip.tsx';
import { CoverageWords } from './coverage/coverage-words.tsx';
import { FacetsButton } from './facets/facets-button.tsx';
import { everythingRead } from '../../coverage/gap.ts';
import { useGaps, useGoOn } from './gaps/use-gaps.ts';
import { OverviewHead } from './overview-head.tsx';
import styles from './overview.module.css';
import { everyScopeShown, timelinePreference } from './coverage/coverage-shown.ts';
import { stripsOf, summaryOf } from '../../coverage/strip.ts';
import { Timeline } from '../../timeline/timeline.tsx';
import { useChosenTime } from './use-chosen-time.ts';
import { useFigure } from '../results/use-figure.ts';
import { spanOf } from '../../time-range/span.ts';

interface Props {
  readonly store: ResultsStore;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** Steps that are asked for; the server takes a round size near it. */
const STEPS = 120;

/** When the events happened and how much of that time is known, above the list. */
export function Overview({ store, names, onChange }: Props) {
  const client = useClient();
  const [fold] = timelinePreference.use();
  const results = useResults(store);
  const asked = useAsked(results);
  const wanted = fold === 'open' ? asked : undefined;
  const { phase, scopes, question } = results;
  const { gaps, reader } = useGaps(store, question);

  const histogram = useFigure(['histogram'], wanted, phase, (about, signal) =>
    client.histogram(about, STEPS, signal),
  );
  const coverage = useFigure(['coverage'], wanted, phase, (about, signal) =>
    client.coverage(about, signal),
  );
  const edge = parseTime(results.plan?.archiveOnly?.before);
  const span = useMemo(() => (asked ? spanOf(asked) : undefined), [asked]);
  const strips = useMemo(
    () => (asked && span ? stripsOf(asked.scopes, coverage.data, scopes, span, gaps, edge) : []),
    [asked, coverage.data, scopes, span, gaps, edge],
  );
  const summary = useMemo(() => summaryOf(strips), [strips]);
  const everyScope = everyScopeShown.use();
  useGoOn(store, gaps, everythingRead(strips));
  // A search under way comes to its gaps itself, and without an archive nobody knows where they are.
  const read = phase === 'reading' || !coverage.data || coverage.error ? undefined : reader.read;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (everyScope) section.current?.scrollIntoView({ block: 'nearest' });
  }, [everyScope]);
  const { marked, here, onZoom, onDiffer } = useChosenTime(asked, onChange);

  return (
    <section ref={section} aria-label="Timeline and coverage" className={styles.overview}>
      <OverviewHead histogram={histogram} facets={<FacetsButton store={store} names={names} />}>
        {here && (
          <Button variant="inline-link" onClick={here}>
            What is different here?
          </Button>
        )}
        {strips.length > 0 && (
          <CoverageWords
            strips={strips}
            names={names}
            gaps={gaps}
            onGap={read}
            onStop={reader.stop}
            onRest={wayToRead(phase, store)}
            open={everyScope}
            onOpen={everyScopeShown.set}
          />
        )}
      </OverviewHead>
      {fold === 'open' && (
        <div className={styles.chart}>
          {histogram.data && (
            <Timeline
              histogram={histogram.data}
              coverage={summary}
              marked={marked}
              onZoom={onZoom}
              onDiffer={onDiffer}
            />
          )}
        </div>
      )}
      {fold === 'open' && span && (
        <CoverageStrip
          strips={strips}
          summary={summary}
          span={span}
          names={names}
          onGap={read}
          open={everyScope}
        />
      )}
    </section>
  );
}

/** How the rest gets read; undefined while it is. A search that is done asks again for what it did not know of. */
function wayToRead(phase: Phase, store: ResultsStore): (() => void) | undefined {
  switch (phase) {
    case 'more':
    case 'stopped':
      return store.readAll;
    case 'failed':
      return store.resume;
    case 'complete':
      return store.refresh;
    default:
      return undefined;
  }
}
