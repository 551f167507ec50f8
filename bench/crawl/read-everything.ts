import { Client } from '@trailglass/api';
import type { LocalRequest } from '@trailglass/dev-env';

/**
 * Reads every event of the scopes in one search that matches none of them, so that nothing pauses it.
 * @returns milliseconds until the stream said that everything was read
 */
export async function readEverything(
  url: string,
  regions: readonly string[],
  events: number,
): Promise<number> {
  const client = new Client(url.replace(/\/$/, ''));
  const about = await client.about();
  const account = about.accounts[0]?.id ?? '';
  const to = new Date(about.now);
  const from = new Date(to.getTime() - 89 * 24 * 3_600_000);
  const begun = performance.now();
  let read = 0;
  for await (const frame of client.events({
    q: '"a word that no record has"',
    from: from.toISOString(),
    to: to.toISOString(),
    scopes: regions.map((region) => `${account}:${region}`),
  })) {
    if (frame.type === 'progress')
      read = frame.scopes.reduce((sum, scope) => sum + scope.events, 0);
    if (frame.type === 'problem') throw new Error(frame.problem.detail);
    if (frame.type === 'end' && (!frame.complete || read !== events))
      throw new Error(`read ${read} of ${events} events, complete: ${frame.complete}`);
  }
  return performance.now() - begun;
}

/** What the endpoint saw: throttled answers, and the most calls of one scope within any sliding second. */
export function calls(requests: readonly LocalRequest[]): { throttled: number; densest: number } {
  const lookups = requests.filter((request) => request.operation === 'LookupEvents');
  const throttled = lookups.filter((request) => request.error === 'ThrottlingException').length;
  const scopes = new Map<string, number[]>();
  for (const { account, region, at } of lookups) {
    const key = `${account}:${region}`;
    scopes.set(key, [...(scopes.get(key) ?? []), at]);
  }
  const densest = Math.max(...[...scopes.values()].map(densestSecond));
  return { throttled, densest };
}

function densestSecond(arrivals: readonly number[]): number {
  const times = arrivals.toSorted((a, b) => a - b);
  const counts = times.map((time) => times.filter((t) => t >= time && t < time + 1000).length);
  return Math.max(0, ...counts);
}
