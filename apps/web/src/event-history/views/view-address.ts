import { parseSearch, printSearch } from '../../address/search-params.ts';
import type { PageState } from '../../address/page-state.ts';
import { buildPageState, parsePageState } from '../../address/url.ts';

/** What a view says of the page: everything of its address but the open event and those selected. */
export function viewSearch(page: PageState, columns: readonly string[]): string {
  const { event: _open, around: _around, selected: _selected, ...state } = page;
  return printSearch(buildPageState({ ...state, columns: page.columns ?? columns }));
}

/** The same from a view that was kept, or came in a file: only what this version can read of it, and never events. */
export function readableSearch(search: string): string {
  const {
    event: _open,
    around: _around,
    selected: _selected,
    ...state
  } = parsePageState(parseSearch(search)).state;
  return printSearch(buildPageState(state));
}

/** The address of a saved view; a link like any other. */
export const viewHref = (search: string): string => `/events${readableSearch(search)}`;

/** Whether the page stands as the view has it. Columns count only where the view names them. */
export function isShown(search: string, page: PageState, columns: readonly string[]): boolean {
  const view = readableSearch(search);
  return view === viewSearch(page, columns) || view === readableSearch(viewSearch(page, []));
}
