import type { PageState } from './page-state.ts';
import type { ResultsStore } from './results/store.ts';
import { useResults } from './results/use-results.ts';
import { EmptyResults } from './search/results-notice.tsx';

interface Props {
  readonly store: ResultsStore;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

export const NoRows = ({ store, names, onChange }: Props) => (
  <EmptyResults results={useResults(store)} store={store} names={names} onChange={onChange} />
);
