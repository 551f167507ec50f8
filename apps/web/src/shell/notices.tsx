import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { dismissNotice, useNotices } from '../ui/notices.ts';
import { useLinkNotices } from './link-notices.ts';
import { useOfflineNotice } from './offline-notice.tsx';
import { usePreferenceNotices } from './preference-notices.ts';

/** Everything the page has to tell that is not about one thing on it; the same news is told once, with its count. */
export function Notices() {
  useLinkNotices();
  usePreferenceNotices();
  const offline = useOfflineNotice();
  const told = useNotices().map((notice): FlashbarProps.MessageDefinition => ({
    id: notice.id,
    type: notice.type,
    header: notice.header,
    content: notice.times > 1 ? `${notice.content} (${notice.times} times)` : notice.content,
    dismissible: true,
    dismissLabel: 'Dismiss',
    onDismiss: () => dismissNotice(notice.id),
  }));
  const items = offline ? [offline, ...told] : told;
  return items.length === 0 ? null : <Flashbar items={items} />;
}
