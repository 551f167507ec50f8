import { useRouterState } from '@tanstack/react-router';

export type PageName = 'events' | 'event' | 'accounts' | 'unknown';
export interface PageInfo {
  readonly name: PageName;
  /** For the tab, the breadcrumb and the reader. */
  readonly title: string;
}

/** Which page an address leads to, for everything around it. */
export function pageAt(path: string): PageInfo {
  if (/^\/(events\/?)?$/.test(path)) return { name: 'events', title: 'Event history' };
  if (/^\/events\/[^/]+\/[^/]+\/[^/]+\/?$/.test(path)) return { name: 'event', title: 'Event' };
  if (/^\/accounts\/?$/.test(path)) return { name: 'accounts', title: 'Accounts' };
  return { name: 'unknown', title: 'Page not found' };
}

export function usePage(): PageInfo {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return pageAt(path);
}
