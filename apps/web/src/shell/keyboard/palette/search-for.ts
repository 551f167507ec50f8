import type { AnyRouter } from '@tanstack/react-router';
import type { ListInHand } from '../../../event-history/results/list-in-hand.ts';
import { arrival } from '../../../address/page-state.ts';
import { buildPageState } from '../../../address/url.ts';
import { printSearch } from '../../../address/search-params.ts';

interface Situation {
  readonly router: AnyRouter;
  readonly list: ListInHand | undefined;
}

/** In the list where there is one, else on the way to it. */
export function searchFor({ router, list }: Situation, q: string): void {
  if (list) list.change({ q });
  else router.history.push(`/events${printSearch(buildPageState({ ...arrival, q }))}`);
}
