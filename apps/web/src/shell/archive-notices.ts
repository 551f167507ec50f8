import { useEffect } from 'react';
import { useAbout } from '../api/about.ts';
import { keepTold } from '../ui/notices.ts';

/** Tells what happened to the event archive: damage that was mended, or that was met. */
export function useArchiveNotices(): void {
  const { archiveNotices } = useAbout();
  useEffect(() => {
    for (const content of archiveNotices ?? [])
      keepTold(content, { type: 'warning', header: 'Event archive', content });
  }, [archiveNotices]);
}
