import { useRouter } from '@tanstack/react-router';
import type { SessionNode } from '@trailglass/api';
import { printFilter } from '@trailglass/query';
import { useCallback } from 'react';
import { eventPath } from '../address/pages/event-link.ts';
import { arrival } from '../address/page-state.ts';
import { buildPageState } from '../address/url.ts';
import { printSearch } from '../address/search-params.ts';

/** Where a line leads: to the events of its key, or to the call of a caller that has none. */
export function eventsPath(node: SessionNode, nodes: readonly SessionNode[]): string | undefined {
  const { key, first, last } = node;
  if (key === undefined || first === undefined || last === undefined) {
    const call = node.handed ?? nodes.find(({ parent }) => parent === node.id)?.handed;
    return call?.at[0] && eventPath(call.at[0]);
  }
  const subject = { kind: 'field', name: 'accessKeyId' } as const;
  const q = printFilter({ kind: 'is', subject, value: key });
  const range = { kind: 'absolute', from: first, to: last } as const;
  return `/events${printSearch(buildPageState({ ...arrival, q, range }))}`;
}

export function useOpenEvents(nodes: readonly SessionNode[]): (node: SessionNode) => void {
  const router = useRouter();
  return useCallback(
    (node) => {
      const path = eventsPath(node, nodes);
      if (path !== undefined) router.history.push(path);
    },
    [router, nodes],
  );
}
