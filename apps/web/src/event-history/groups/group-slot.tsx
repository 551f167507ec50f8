import { type ComponentProps, Suspense } from 'react';
import { lazily } from '../../ui/loading/lazily.ts';

const GroupView = lazily(() => import('./group-view.tsx').then((part) => part.GroupView));

/** Where the events stand grouped. */
export function GroupSlot(props: ComponentProps<typeof GroupView>) {
  return (
    <Suspense>
      <GroupView {...props} />
    </Suspense>
  );
}
