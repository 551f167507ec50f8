import { expect, test } from 'vitest';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { record } from '../../test/records.ts';
import { endOf, framesOf, request } from '../../test/searches.ts';
import { timeGiven } from '../../test/time-given.ts';

const lookups = (
  requests: readonly { readonly at: number; readonly operation?: string | undefined }[],
) => requests.filter((r) => r.operation === 'LookupEvents').map(({ at }) => at);

const mostInASecond = (times: readonly number[]): number =>
  Math.max(...times.map((start) => times.filter((t) => t >= start && t < start + 1000).length));

test('twenty pages at 200 ms each: the quota is used, no throttle, never three calls in a second', async () => {
  const records = Array.from({ length: 1_000 }, (_, n) => record(n, n));
  const { service, local } = await serviceAgainstLocal({ records, local: { latencyMs: 200 } });
  const started = timeGiven();
  expect(endOf(await framesOf(service, request())).matched).toBe(1_000);
  expect(started() / (20 / 2) / 1000).toBeLessThanOrEqual(1.1);
  expect(local.requests().filter(({ error }) => error !== undefined)).toEqual([]);
  expect(mostInASecond(lookups(local.requests()))).toBe(2);
}, 20_000);

test('U26: many searches of one Region at once share its pace', async () => {
  const records = Array.from({ length: 60 }, (_, n) => record(n, n));
  const { service, local } = await serviceAgainstLocal({ records });
  await Promise.all(Array.from({ length: 6 }, () => framesOf(service, request())));
  expect(local.requests().filter(({ error }) => error !== undefined)).toEqual([]);
  expect(mostInASecond(lookups(local.requests()))).toBe(2);
}, 20_000);

test('U01: throttled by others for a while, the search goes on by itself and slower', async () => {
  const records = Array.from({ length: 150 }, (_, n) => record(n, n));
  const { service, local } = await serviceAgainstLocal({ records });
  local.setFaults([{ kind: 'throttle' }]);
  setTimeout(() => local.setFaults([]), 3_000);
  const states = new Set<string>();
  const frames = await framesOf(service, request());
  for (const frame of frames)
    if (frame.type === 'progress') for (const scope of frame.scopes) states.add(scope.state);
  expect(states).toContain('throttled');
  expect(endOf(frames)).toMatchObject({ complete: true, matched: 150 });
}, 40_000);
