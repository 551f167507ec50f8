import { lazy, type ReactNode, Suspense } from 'react';
import type { PageState } from '../page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useAfterFirstRows } from './after-first-rows.ts';
import { MOST_ROWS, timelinePreference } from './overview-state.ts';
import styles from './slots.module.css';

interface Props {
  readonly store: ResultsStore;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

/** The rows are the page: where this code cannot be loaded they stand all the same. */
const nothing = () => ({ default: (_props: Props): ReactNode => null });
const Overview = lazy(() =>
  import('./overview.tsx').then((module) => ({ default: module.Overview }), nothing),
);

/** Where timeline and coverage come to stand; the room is theirs from the start, so that nothing moves. */
export function OverviewSlot({ scopes, ...props }: Props & { readonly scopes: number }) {
  const [fold] = timelinePreference.use();
  const ready = useAfterFirstRows(props.store);
  return (
    <div
      className={fold === 'open' ? styles.overview : styles.folded}
      style={{ ['--rows' as string]: scopes > MOST_ROWS ? 1 : scopes }}
    >
      <Suspense>{ready && <Overview {...props} />}</Suspense>
    </div>
  );
}
