import { useRouter } from '@tanstack/react-router';
import type { SessionNode } from '@trailglass/api';
import { printFilter } from '@trailglass/query';
import { useCallback } from 'react';
import { eventPath } from '../address/pages/event-link.ts';
import { arrival } from '../address/page-state.ts';
import { buildPageState } from '../address/url.ts';
import { printSearch } from '../address/search-params.ts';
import { useServerNow } from '../api/about.ts';
import { keyRange } from './key-range.ts';

/** Where a line leads: to the events of its key, or to the call of a caller that has none. */
function eventsPath(
  node: SessionNode,
  nodes: readonly SessionNode[],
  now: number,
): string | undefined {
  const { key } = node;
  if (key === undefined || node.first === undefined) {
    const call = node.handed ?? nodes.find(({ parent }) => parent === node.id)?.handed;
    return call?.at[0] && eventPath(call.at[0]);
  }
  const subject = { kind: 'field', name: 'accessKeyId' } as const;
  const q = printFilter({ kind: 'is', subject, value: key });
  return `/events${printSearch(buildPageState({ ...arrival, q, range: keyRange(node, now) }))}`;
}

export function useOpenEvents(nodes: readonly SessionNode[]): (node: SessionNode) => void {
  const router = useRouter();
  const now = useServerNow();
  return useCallback(
    (node) => {
      const path = eventsPath(node, nodes, now());
      if (path !== undefined) router.history.push(path);
    },
    [router, nodes, now],
  );
}
