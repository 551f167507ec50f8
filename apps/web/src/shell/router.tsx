import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { EventHistoryPage } from '../event-history/page.tsx';
import { parseSearch, printSearch, type SearchParams } from '../address/search-params.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './pages/not-found.tsx';
import { pageCode } from './pages/page-code.ts';
import { PageFailure } from './pages/page-failure.tsx';
import { Waiting } from './start/waiting.tsx';

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  // Plain texts, whatever they say: what they mean is each page's own business.
  validateSearch: (search): SearchParams => search as SearchParams,
});

const pages = {
  event: pageCode(() => import('../event-history/detail/event-page.tsx')),
  compare: pageCode(() => import('../compare/compare-page.tsx')),
  session: pageCode(() => import('../sessions/session-page.tsx')),
  policy: pageCode(() => import('../policy/policy-page.tsx')),
  bookmarks: pageCode(() => import('../notes/bookmarks/bookmarks-page.tsx')),
  entity: pageCode(() => import('../entities/entity-page.tsx')),
  archive: pageCode(() => import('../archive/archive-page.tsx')),
  accounts: pageCode(() => import('../settings/accounts-page.tsx')),
};

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
    component: lazyRouteComponent(pages.event, 'EventPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: lazyRouteComponent(pages.compare, 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/session',
    component: lazyRouteComponent(pages.session, 'SessionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/policy',
    component: lazyRouteComponent(pages.policy, 'PolicyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bookmarks',
    component: lazyRouteComponent(pages.bookmarks, 'BookmarksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/entity',
    component: lazyRouteComponent(pages.entity, 'EntityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/archive',
    component: lazyRouteComponent(pages.archive, 'ArchivePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    component: lazyRouteComponent(pages.accounts, 'AccountsPage'),
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
