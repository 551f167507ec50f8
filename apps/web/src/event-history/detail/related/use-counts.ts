import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { countEndpoints, type Counts } from '@trailglass/api';
import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import { useClient } from '../../../api/client.ts';
import { absoluteRange, type Window } from '../../../time-range/time-range.ts';
import type { Lead } from './leads.ts';

/** How many events each of them leads to, in their order, up to a moment; leaving the event ends the counting. */
export function useCounts(
  leads: readonly Lead[],
  scopes: readonly string[],
  end: () => EpochMs,
): UseQueryResult<Counts> {
  const client = useClient();
  const pages = leads.map(({ page: { q, range } }) => ({ q, range }));
  return useQuery({
    queryKey: ['related', pages, scopes],
    queryFn: ({ signal }) => {
      const moment = end();
      const questions = pages.map(({ q, range }) => ({
        q,
        ...upTo(absoluteRange(range, moment), moment),
      }));
      return client.call(
        countEndpoints.counts,
        { body: { questions, scope: [...scopes] } },
        signal,
      );
    },
    enabled: pages.length > 0 && scopes.length > 0,
    gcTime: 60_000,
  });
}

/** What lies beyond the end has not been read, and would make every count a guess. */
const upTo = ({ from, to }: Window, end: EpochMs): Window => ({
  from,
  to: (parseTime(to) ?? 0) > end && (parseTime(from) ?? 0) <= end ? printTime(end) : to,
});
