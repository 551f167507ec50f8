import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { useMedia } from '../../../ui/use-media.ts';
import type { ResultsStore } from '../../results/store.ts';
import { FacetsPanel } from './facets-panel.tsx';
import styles from '../overview.module.css';
import { facetsBeside, facetsPreference } from '../overview-state.ts';

interface Props {
  readonly store: ResultsStore;
  readonly names: ReadonlyMap<string, string>;
}

/** Folds the facets beside the list; where there is no room for them, opens them as a sheet. */
export function FacetsButton({ store, names }: Props) {
  const beside = useMedia(facetsBeside);
  const [fold, setFold] = facetsPreference.use();
  const [sheet, openSheet] = useState(false);
  if (beside) {
    return (
      <button
        type="button"
        className={styles.fold}
        aria-expanded={fold === 'open'}
        onClick={() => setFold(fold === 'open' ? 'closed' : 'open')}
      >
        Facets
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-haspopup="dialog"
        onClick={() => openSheet(true)}
      >
        Facets
      </button>
      {sheet && (
        <Modal visible header="Facets" onDismiss={() => openSheet(false)} size="small">
          <FacetsPanel store={store} names={names} />
        </Modal>
      )}
    </>
  );
}
