import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { EventHistoryPage } from '../event-history/page.tsx';
import { parseSearch, printSearch, type SearchParams } from '../ui/address.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { PageFailure } from './page-failure.tsx';
import { Waiting } from './start/waiting.tsx';

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  // Plain texts, whatever they say: what they mean is each page's own business.
  validateSearch: (search): SearchParams => search as SearchParams,
});

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/events', search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events',
    // Nearly every visit begins here; in one piece with the shell it is smaller and a round trip earlier.
    component: EventHistoryPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/$account/$region/$eventId',
    component: lazyRouteComponent(
      () => import('../event-history/detail/event-page.tsx'),
      'EventPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: lazyRouteComponent(
      () => import('../event-history/compare/compare-page.tsx'),
      'ComparePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/session',
    component: lazyRouteComponent(() => import('../sessions/session-page.tsx'), 'SessionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/archive',
    component: lazyRouteComponent(() => import('../archive/archive-page.tsx'), 'ArchivePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    component: lazyRouteComponent(() => import('../settings/accounts-page.tsx'), 'AccountsPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: printSearch,
  defaultPendingComponent: Waiting,
  defaultPendingMs: 300,
  defaultErrorComponent: PageFailure,
});
