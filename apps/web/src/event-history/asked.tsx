import { memo, useEffect, useState } from 'react';
import { LiveLineSlot } from './live/live-slot.tsx';
import { useAsked } from './results/asked.ts';
import type { PageState } from '../address/page-state.ts';
import type { ResultsStore } from './results/store.ts';
import { useResults } from './results/use-results.ts';
import { ResultsProblems, WindowNotice } from './search/results-notice.tsx';
import { SearchBar } from './search/search-bar.tsx';
import { StatusLine } from './search/status-line.tsx';
import styles from './page.module.css';

const Bar = memo(SearchBar);

interface Props {
  readonly store: ResultsStore;
  readonly page: PageState;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** The question and how far its answer has come. */
export function Asked({ store, page, names, onChange }: Props) {
  const results = useResults(store);
  const rows = useSettled(results.rows);
  const asked = useAsked(results);
  return (
    <div className={styles.asked}>
      <Bar q={page.q} range={page.range} rows={rows} asked={asked} onChange={onChange} />
      <StatusLine results={results} store={store} grouped={page.group !== undefined}>
        <LiveLineSlot names={names} />
      </StatusLine>
      <WindowNotice plan={results.plan} />
      <ResultsProblems results={results} names={names} />
    </div>
  );
}

/** The rows once they have stopped arriving for a moment: suggestions need not follow every frame. */
function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
