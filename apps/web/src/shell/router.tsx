import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ownParams } from '../event-history/url.ts';
import { parseSearch, printSearch, type SearchParams } from '../ui/address.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { PageFailure } from './page-failure.tsx';
import { Waiting } from './start/waiting.tsx';

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  validateSearch: (search): SearchParams => ownParams(search as SearchParams),
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
    component: lazyRouteComponent(() => import('../event-history/page.tsx'), 'EventHistoryPage'),
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
    path: '/accounts',
    component: lazyRouteComponent(() => import('../settings/accounts-page.tsx'), 'AccountsPage'),
  }),
];

/** Search parts are plain texts here; what they mean is the page's own business. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: printSearch,
  defaultPendingComponent: Waiting,
  defaultPendingMs: 300,
  defaultErrorComponent: PageFailure,
});
