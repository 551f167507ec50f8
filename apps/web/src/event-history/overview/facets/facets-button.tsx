import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { useMedia } from '../../../ui/use-media.ts';
import type { ResultsStore } from '../../results/store.ts';
import { FacetsPanel } from './facets-panel.tsx';
import { FoldButton } from '../fold/fold-button.tsx';
import { facetsBeside, facetsPreference } from './facets-shown.ts';

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
      <FoldButton
        title="Facets"
        open={fold === 'open'}
        onClick={() => setFold(fold === 'open' ? 'closed' : 'open')}
      />
    );
  }
  return (
    <>
      <FoldButton title="Facets" onClick={() => openSheet(true)} />
      {sheet && (
        <Modal visible header="Facets" onDismiss={() => openSheet(false)} size="small">
          <FacetsPanel store={store} names={names} />
        </Modal>
      )}
    </>
  );
}
