import type { GroupRow } from '@trailglass/api';
import { groupFilter } from '../group-table/group-filter.ts';
import type { PageState, TimeRange } from '../address/page-state.ts';
import { buildPageState } from '../address/url.ts';
import { printSearch } from '../address/search-params.ts';

interface Towards {
  readonly by?: readonly string[];
  readonly row?: Pick<GroupRow, 'values'>;
  /** A further condition, as a filter writes it. */
  readonly also?: string;
  readonly range?: TimeRange;
}

/** From figures of a page to the events that they count. */
export interface Ways {
  /** Undefined where no filter leads there. */
  readonly path: (towards: Towards) => string | undefined;
  /** For Cloudscape's `onFollow`. */
  readonly follow: (event: CustomEvent<{ href?: string | undefined }>) => void;
  readonly go: (path: string) => void;
}

/** @param q all events that the page is about */
export const waysTo = (
  { range, accounts, regions }: PageState,
  q: string,
  go: (path: string) => void,
): Ways => ({
  path: ({ by = [], row = { values: [] }, also, range: other = range }) => {
    const filter = groupFilter(q, by, row.values, also);
    if (filter === undefined) return undefined;
    return `/events${printSearch(buildPageState({ q: filter, range: other, accounts, regions }))}`;
  },
  follow: (event) => {
    event.preventDefault();
    if (event.detail.href !== undefined) go(event.detail.href);
  },
  go,
});
