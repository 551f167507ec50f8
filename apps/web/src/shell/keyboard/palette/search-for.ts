import type { AnyRouter } from '@tanstack/react-router';
import type { ListInHand } from '../../../event-history/list-in-hand.ts';
import { arrival } from '../../../event-history/page-state.ts';
import { buildPageState } from '../../../event-history/url.ts';
import { printSearch } from '../../../ui/address.ts';

interface Situation {
  readonly router: AnyRouter;
  readonly list: ListInHand | undefined;
}

/** In the list where there is one, else on the way to it. */
export function searchFor({ router, list }: Situation, q: string): void {
  if (list) list.change({ q });
  else router.history.push(`/events${printSearch(buildPageState({ ...arrival, q }))}`);
}
