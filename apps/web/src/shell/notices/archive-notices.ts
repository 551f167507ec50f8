import { useEffect, useRef } from 'react';
import { useAbout } from '../../api/about.ts';
import { dismissNotice, keepTold } from '../../ui/notices.ts';

/** Tells what happened to the event archive: damage that was mended, or that was met. */
export function useArchiveNotices(): void {
  const { archiveNotices } = useAbout();
  const told = useRef<readonly string[]>([]);
  useEffect(() => {
    const now = archiveNotices ?? [];
    // Of a file that is in use no more.
    for (const gone of told.current.filter((content) => !now.includes(content)))
      dismissNotice(gone);
    told.current = now;
    for (const content of now)
      keepTold(content, { type: 'warning', header: 'Event archive', content });
  }, [archiveNotices]);
}
