import type { AnyRouter } from '@tanstack/react-router';
import { parsePageState } from '../address/url.ts';
import { parseSearch } from '../address/search-params.ts';
import type { ValueActions } from '../ui/value-menu/value-actions.ts';
import { entityOf, entityPath } from '../address/pages/entity-address.ts';

/** From any value that is a principal, key, role, resource or address to its own page, over the same time. */
export const entityPage =
  (router: AnyRouter): ValueActions['pageOf'] =>
  ({ subject, value }) => {
    const entity = entityOf(subject, value);
    if (!entity) return undefined;
    const path = (): string =>
      entityPath(entity, parsePageState(parseSearch(router.history.location.search)).state);
    return { href: path(), go: () => router.history.push(path()) };
  };
