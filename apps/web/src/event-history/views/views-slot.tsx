import { Suspense } from 'react';
import { useAfterFirstRows } from '../results/after-first-rows.ts';
import type { PageState } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { tabsPreference } from './views-state.ts';
import { lazily } from '../../ui/loading/lazily.ts';

const load = () => import('./view-tabs.tsx');
const ViewTabs = lazily(() => load().then((part) => part.ViewTabs));

interface Props {
  readonly store: ResultsStore;
  readonly page: PageState;
  readonly columns: readonly string[];
}

/** Where the tabs of saved views come to stand, once the rows do. */
export function ViewsSlot({ store, ...props }: Props) {
  const [tabs] = tabsPreference.use();
  const ready = useAfterFirstRows(store);
  return (
    <div style={tabs ? { minBlockSize: 32 } : {}}>
      <Suspense>{ready && <ViewTabs {...props} />}</Suspense>
    </div>
  );
}
