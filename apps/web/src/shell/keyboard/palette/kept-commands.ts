import type { AnyRouter } from '@tanstack/react-router';
import { SavedViews } from '@trailglass/api';
import { queryClient } from '../../../api/query-client.ts';
import type { ListInHand } from '../../../event-history/results/list-in-hand.ts';
import { recentSearches } from '../../../event-history/views/recent-searches.ts';
import { viewsKey } from '../../../event-history/views/use-views.ts';
import { viewHref } from '../../../event-history/views/view-address.ts';
import { savingView } from '../../../event-history/views/views-state.ts';
import type { Command } from './command.ts';
import { searchFor } from './search-for.ts';

interface Situation {
  readonly router: AnyRouter;
  readonly list: ListInHand | undefined;
}

/** What was kept to come back to: views, as far as they are known, and the last searches. */
export function keptCommands({ router, list }: Situation): readonly Command[] {
  const known = SavedViews.safeParse(queryClient.getQueryData(viewsKey)).data?.views ?? [];
  const recent = recentSearches.read().filter((q) => q !== list?.page.q);
  return [
    ...known.map(({ name, search }) => ({
      id: `view-${name}`,
      group: 'Saved views',
      text: name,
      act: () => router.history.push(viewHref(search)),
    })),
    ...(list
      ? [
          {
            id: 'save-view',
            group: 'Saved views',
            text: 'Save view: filter, time range, columns and scopes',
            act: () => savingView.set(true),
          },
        ]
      : []),
    ...recent.slice(0, 8).map((q) => ({
      id: `recent-${q}`,
      group: 'Recent searches',
      text: q,
      act: () => searchFor({ router, list }, q),
    })),
  ];
}
