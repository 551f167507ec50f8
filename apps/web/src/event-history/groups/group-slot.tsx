import { type ComponentProps, lazy, Suspense } from 'react';

const GroupView = lazy(async () => ({ default: (await import('./group-view.tsx')).GroupView }));

/** Where the events stand grouped. */
export function GroupSlot(props: ComponentProps<typeof GroupView>) {
  return (
    <Suspense fallback={null}>
      <GroupView {...props} />
    </Suspense>
  );
}
