import type { EventRow } from '@trailglass/api';
import { Suspense } from 'react';
import { onFirstTouch } from '../../ui/loading/first-touch.ts';
import type { EventAddress } from '../../address/page-state.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { lazily } from '../../ui/loading/lazily.ts';
import { indexOfEvent } from '../results/order.ts';

const load = () => import('./event-drawer.tsx');
const EventDrawer = lazily(() => load().then((part) => part.EventDrawer));
onFirstTouch(load);

interface Props {
  readonly store: ResultsStore;
  readonly address: EventAddress;
  readonly onWalk: (row: EventRow) => void;
  readonly onClose: () => void;
}

/** The open event with its neighbours in the list; one that the list does not hold has none. */
export function OpenEvent({ store, address, onWalk, onClose }: Props) {
  const { rows, plan } = useResults(store);
  const index = indexOfEvent(rows, address);
  const row = index < 0 ? undefined : rows[index];
  const previous = index < 0 ? undefined : rows[index - 1];
  const next = index < 0 ? undefined : rows[index + 1];
  return (
    <Suspense>
      <EventDrawer
        address={address}
        {...(row && { row })}
        until={plan?.to}
        onClose={onClose}
        {...(previous && { onPrevious: () => onWalk(previous) })}
        {...(next && { onNext: () => onWalk(next) })}
      />
    </Suspense>
  );
}
