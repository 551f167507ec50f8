import { type ComponentProps, Suspense } from 'react';
import { lazily } from '../../ui/loading/lazily.ts';

const DifferenceView = lazily(() =>
  import('./difference-view.tsx').then((part) => part.DifferenceView),
);

/** Where some events are set against the others. */
export function DifferenceSlot(props: ComponentProps<typeof DifferenceView>) {
  return (
    <Suspense>
      <DifferenceView {...props} />
    </Suspense>
  );
}
