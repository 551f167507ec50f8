import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { useId, useState } from 'react';
import { openHelp } from '../ui/help.ts';
import { OnDemand } from '../ui/loading/on-demand.tsx';
import type { ColumnState } from '../fields/column-state.ts';
import { LiveSlot } from './live/live-slot.tsx';
import styles from './page-header.module.css';
import type { ResultsStore } from './results/store.ts';
import { useResults } from './results/use-results.ts';
import { savingView, tabsPreference } from './views/views-state.ts';
import { lazily } from '../ui/loading/lazily.ts';

const ColumnPreferences = lazily(() =>
  import('./grid/header/column-preferences.tsx').then((part) => part.ColumnPreferences),
);

const DownloadMenu = lazily(() =>
  import('./download/download-menu.tsx').then((part) => part.DownloadMenu),
);

interface Props {
  readonly store: ResultsStore;
  readonly columns: ColumnState;
  /** Groups stand in place of the list, and say themselves how many events they have. */
  readonly grouped: boolean;
}

/** The page's name, how many events are listed, and what can be done with the list. */
export function PageHeader({ store, columns, grouped }: Props) {
  // With tabs, it stands beside them.
  const [tabs] = tabsPreference.use();
  const { rows, phase, stale } = useResults(store);
  const count = rows.length.toLocaleString('en');
  const mayGrow = phase === 'reading' || phase === 'more' || phase === 'stopped';
  const counter = mayGrow ? `(${count}+)` : `(${count})`;
  const [folded, setFolded] = useState(true);
  const actions = useId();
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <Header
          variant="h1"
          info={
            <span className={styles.info}>
              <Link variant="info" ariaLabel="Information about event history" onFollow={openHelp}>
                Info
              </Link>
            </span>
          }
          counter={stale || grouped || rows.length === 0 ? '' : counter}
        >
          Event history
        </Header>
      </div>
      <span className={styles.more} data-part="actions">
        <Button
          variant="icon"
          iconName="ellipsis"
          ariaLabel="Actions"
          ariaExpanded={!folded}
          ariaControls={actions}
          onClick={() => setFolded(!folded)}
        />
      </span>
      <div id={actions} className={styles.actions} data-folded={folded}>
        <span data-part="live">
          <LiveSlot store={store} />
        </span>
        <Button iconName="refresh" ariaLabel="Refresh" onClick={store.refresh} />
        {!tabs && <Button onClick={() => savingView.set(true)}>Save view</Button>}
        <span data-part="download">
          <OnDemand
            closed={
              <Button iconName="caret-down-filled" iconAlign="right" ariaHaspopup="menu">
                Download
              </Button>
            }
          >
            <DownloadMenu store={store} columns={columns} />
          </OnDemand>
        </span>
        <span data-part="columns">
          <OnDemand
            closed={
              <Button
                variant="icon"
                iconName="settings"
                ariaLabel="Columns"
                ariaHaspopup="dialog"
              />
            }
          >
            <ColumnPreferences columns={columns} />
          </OnDemand>
        </span>
      </div>
    </div>
  );
}
