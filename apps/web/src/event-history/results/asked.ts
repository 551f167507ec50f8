import type { Asked } from '@trailglass/api';
import { useMemo } from 'react';
import type { Results } from './results.ts';

/** Which events the figures are about: the question over the search's own frozen window. Undefined before it is known. */
export function useAsked({ question, plan }: Results): Asked | undefined {
  const { q, scopes } = question ?? {};
  const { from, to } = plan ?? {};
  return useMemo(
    () =>
      q === undefined || scopes === undefined || from === undefined || to === undefined
        ? undefined
        : { q, scopes, from, to },
    [q, scopes, from, to],
  );
}
