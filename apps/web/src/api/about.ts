import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type About, ProblemError } from '@trailglass/api';
import { type EpochMs, parseTime } from '@trailglass/record';
import { useCallback, useMemo } from 'react';
import { client } from './client.ts';
import { askOtherTabs } from './other-tabs.ts';
import { queryClient } from './query-client.ts';
import { session } from './session.ts';

/** The server's answer and how far its clock is ahead of this browser's, in milliseconds. */
interface Heard {
  readonly about: About;
  readonly ahead: number;
}

/** A new tab has no session of its own yet; another one may share. */
async function hearSignedIn(signal: AbortSignal): Promise<Heard> {
  try {
    return await hear(false, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.type !== 'sign-in-needed') throw error;
    const half = await askOtherTabs();
    if (half === undefined) throw error;
    session.begin(half);
    return hear(false, signal);
  }
}

async function hear(check: boolean, signal?: AbortSignal): Promise<Heard> {
  const asked = Date.now();
  const about = await client.about({ check, ...(signal && { signal }) });
  const middle = (asked + Date.now()) / 2;
  return { about, ahead: (parseTime(about.now) ?? middle) - middle };
}

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => hearSignedIn(signal),
  staleTime: 5 * 60_000,
  // A laptop that slept, or a clock that was set, is noticed when the reader comes back.
  refetchOnWindowFocus: true,
});

/** As `aboutQuery`, but AWS is asked again who is calling. */
export const checkAbout = async (): Promise<void> =>
  void queryClient.setQueryData(aboutQuery.queryKey, await hear(true));

/** What the server is and can read; below the shell, which waits for it, it is always there. */
export const useAbout = (): About => useSuspenseQuery(aboutQuery).data.about;

/** Accounts' names by id, for people. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const { accounts } = useAbout();
  return useMemo(() => new Map(accounts.map(({ id, name }) => [id, name])), [accounts]);
}

/** The server's now, whatever this browser's clock says. Call it when the moment is needed. */
export function useServerNow(): () => EpochMs {
  const { ahead } = useSuspenseQuery(aboutQuery).data;
  return useCallback(() => Math.round(Date.now() + ahead) as EpochMs, [ahead]);
}
