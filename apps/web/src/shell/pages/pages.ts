import { useRouterState } from '@tanstack/react-router';
import { isEventId } from '@trailglass/record';

export type PageName =
  | 'events'
  | 'event'
  | 'compare'
  | 'session'
  | 'policy'
  | 'bookmarks'
  | 'entity'
  | 'archive'
  | 'accounts'
  | 'unknown';
export interface PageInfo {
  readonly name: PageName;
  /** For the tab, the breadcrumb and the reader. */
  readonly title: string;
}

/** Pages that one comes to from an event, and goes back to the list of events from. */
export const leadsFromEvents = (name: PageName): name is Leading => leading.has(name);
type Leading = 'event' | 'compare' | 'session' | 'entity' | 'policy';
const leading: ReadonlySet<PageName> = new Set<Leading>([
  'event',
  'compare',
  'session',
  'entity',
  'policy',
]);

/** Which page an address leads to, for everything around it. */
export function pageAt(path: string): PageInfo {
  if (/^\/(events\/?)?$/.test(path)) return { name: 'events', title: 'Event history' };
  const event = /^\/events\/[^/]+\/[^/]+\/([^/]+)\/?$/.exec(path);
  // Only what an event ID can be: an address is not a place to write on this page.
  if (event?.[1]) return { name: 'event', title: isEventId(event[1]) ? event[1] : 'Event' };
  if (/^\/compare\/?$/.test(path)) return { name: 'compare', title: 'Compare events' };
  if (/^\/session\/?$/.test(path)) return { name: 'session', title: 'Session' };
  if (/^\/policy\/?$/.test(path)) return { name: 'policy', title: 'Least-privilege policy' };
  if (/^\/bookmarks\/?$/.test(path)) return { name: 'bookmarks', title: 'Bookmarks' };
  if (/^\/entity\/?$/.test(path)) return { name: 'entity', title: 'Activity' };
  if (/^\/archive\/?$/.test(path)) return { name: 'archive', title: 'Archive' };
  if (/^\/accounts\/?$/.test(path)) return { name: 'accounts', title: 'Accounts' };
  return { name: 'unknown', title: 'Page not found' };
}

export function usePage(): PageInfo {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return pageAt(path);
}
