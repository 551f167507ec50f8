import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { lazy, Suspense } from 'react';
import { later } from '../../ui/loading/lazily.ts';
import { onFirstTouch } from '../../ui/loading/first-touch.ts';
import { dismissNotice, useNotices } from '../../ui/notices.ts';
import { useArchiveNotices } from './archive-notices.ts';
import { useLinkNotices } from './link-notices.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { usePreferenceNotices } from './preference-notices.ts';

const load = () => import('@cloudscape-design/components/flashbar');
// Most visits have nothing to tell. Where it cannot be loaded, that itself is told by the offline notice.
const Flashbar = lazy(() => load().catch(() => ({ default: () => null })));
onFirstTouch(load);
later(load);

/** Everything the page has to tell that is not about one thing on it; the same news is told once, with its count. */
export function Notices() {
  useArchiveNotices();
  useLinkNotices();
  usePreferenceNotices();
  const items = useNotices().map((notice): FlashbarProps.MessageDefinition => ({
    id: notice.id,
    type: notice.type,
    header: notice.header,
    content: (
      <>
        {notice.content}
        {notice.times > 1 && ` (${notice.times} times)`}
      </>
    ),
    dismissible: notice.button === undefined,
    ...(notice.button && {
      action: <Button onClick={notice.button.onClick}>{notice.button.text}</Button>,
    }),
    dismissLabel: 'Dismiss',
    onDismiss: () => dismissNotice(notice.id),
  }));
  return (
    <>
      <OfflineNotice />
      <Suspense>{items.length > 0 && <Flashbar items={items} />}</Suspense>
    </>
  );
}
