import { Suspense, useEffect } from 'react';
import { lazily, loadTheRestOnce } from '../../ui/loading/lazily.ts';
import { useMedia } from '../../ui/use-media.ts';
import type { PageState } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useAfterFirstRows } from '../results/after-first-rows.ts';
import { MOST_ROWS, timelinePreference } from './coverage/coverage-shown.ts';
import styles from './slots.module.css';
import { facetsBeside, facetsPreference } from './facets/facets-shown.ts';

interface Props {
  readonly store: ResultsStore;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<PageState>) => void;
}

// The rows are the page: where these cannot be loaded, they stand all the same.
const Overview = lazily(() => import('./overview.tsx').then((part) => part.Overview));
const FacetsPanel = lazily(() =>
  import('./facets/facets-panel.tsx').then((part) => part.FacetsPanel),
);

/** Where timeline and coverage come to stand; the room is theirs from the start, so that nothing moves. */
export function OverviewSlot({ scopes, ...props }: Props & { readonly scopes: number }) {
  const [fold] = timelinePreference.use();
  const ready = useAfterFirstRows(props.store);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(loadTheRestOnce, 2_000);
    return () => clearTimeout(timer);
  }, [ready]);
  return (
    <div
      className={fold === 'open' ? styles.overview : styles.folded}
      style={{ ['--rows' as string]: scopes > MOST_ROWS ? 1 : scopes }}
    >
      <Suspense>{ready && <Overview {...props} />}</Suspense>
    </div>
  );
}

/** Where facets come to stand beside the list, if there is room for them and the reader wants them. */
export function FacetsSlot({ store, names }: Omit<Props, 'onChange'>) {
  const [fold] = facetsPreference.use();
  const beside = useMedia(facetsBeside);
  const ready = useAfterFirstRows(store);
  if (!beside || fold === 'closed') return null;
  return (
    <aside className={styles.facets} aria-label="Facets">
      <Suspense>{ready && <FacetsPanel store={store} names={names} />}</Suspense>
    </aside>
  );
}
