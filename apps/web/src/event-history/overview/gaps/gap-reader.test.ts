import { Client, type Frame, type Plan, problem, type ScopeProgress } from '@trailglass/api';
import { expect, test } from 'vitest';
import { createGapReader } from './gap-reader.ts';

const at = (time: string): number => Date.parse(`2026-11-22T${time}Z`);
const scope = '111122223333:eu-west-1';
const gap = { scopes: [scope], start: at('10:00:00'), end: at('12:00:00') };
const older = { ...gap, start: at('02:00:00'), end: at('03:00:00') };
const plan: Plan = {
  residual: '',
  from: '2026-11-22T10:00:00Z',
  to: '2026-11-22T11:59:59Z',
  notices: [],
};
const rows = (...ids: string[]): Frame => ({
  type: 'rows',
  events: ids.map((eventId) => ({
    account: '111122223333',
    region: 'eu-west-1',
    eventId,
    eventTime: '2026-11-22T11:00:00Z',
  })),
});
const progress = (state: ScopeProgress['state'], more: Partial<ScopeProgress> = {}): Frame => ({
  type: 'progress',
  scopes: [
    { account: '111122223333', region: 'eu-west-1', state, events: 50, requests: 1, ...more },
  ],
});
const end = (next?: string): Frame => ({
  type: 'end',
  complete: next === undefined,
  matched: 0,
  ...(next !== undefined && { next }),
});

/** The wire: every request is kept, and answered with these frames, request by request. */
function reader(...answers: (readonly Frame[] | 'open')[]) {
  const requests: URLSearchParams[] = [];
  const aborted: boolean[] = [];
  const found: string[] = [];
  const fetcher: typeof fetch = (input, init) => {
    const index = requests.length;
    requests.push(new URL(input as string, 'http://127.0.0.1').searchParams);
    const answer = answers[index] ?? [];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        init?.signal?.addEventListener('abort', () => {
          aborted[index] = true;
          controller.error(new DOMException('aborted', 'AbortError'));
        });
        if (answer === 'open') return;
        for (const frame of answer)
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify(frame)}\n`));
        controller.close();
      },
    });
    return Promise.resolve(new Response(body));
  };
  const gaps = createGapReader(new Client('', undefined, fetcher), (events) => {
    for (const { eventId } of events) found.push(eventId);
  });
  gaps.ask({ q: 'user:alice' });
  return { gaps, requests, aborted, found };
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('exactly the gap is asked for, to its last second, until its end has come', async () => {
  const { gaps, requests, found } = reader(
    [{ type: 'plan', plan }, rows('a', 'b'), progress('paused', { readTo: plan.to }), end('on')],
    [{ type: 'plan', plan }, rows('c'), progress('complete'), end()],
  );
  gaps.read(gap);
  await settle();
  expect(requests.map((query) => Object.fromEntries(query))).toEqual([
    {
      q: 'user:alice',
      scope,
      from: '2026-11-22T10:00:00Z',
      to: '2026-11-22T11:59:59Z',
      limit: '1000',
    },
    expect.objectContaining({ cursor: 'on', scope, from: '2026-11-22T10:00:00Z' }),
  ]);
  expect(found).toEqual(['a', 'b', 'c']);
  const { active, done, last } = gaps.get();
  expect(active).toBeUndefined();
  expect(done).toEqual([gap]);
  expect(last).toMatchObject({ state: 'done', found: 3, scopes: [{ events: 100 }] });
});

test('gaps are read one after the other; one that waits or is being read is not read twice', async () => {
  const { gaps, requests } = reader([progress('complete'), end()], [progress('complete'), end()]);
  gaps.read(gap);
  gaps.read(older);
  gaps.read(gap);
  gaps.read(older);
  expect(requests).toHaveLength(1);
  await settle();
  expect(requests.map((query) => query.get('to'))).toEqual([
    '2026-11-22T11:59:59Z',
    '2026-11-22T02:59:59Z',
  ]);
  expect(gaps.get().done).toEqual([gap, older]);
});

test('stop ends the one being read and lets none begin', async () => {
  const { gaps, requests, aborted } = reader('open');
  gaps.read(gap);
  gaps.read(older);
  await settle();
  gaps.stop();
  await settle();
  expect(aborted).toEqual([true]);
  expect(requests).toHaveLength(1);
  expect(gaps.get()).toMatchObject({ active: undefined, waiting: [], last: { state: 'stopped' } });
});

test('what fails says why, as AWS or the server told it', async () => {
  const denied = problem('access-denied', 'prod may not call LookupEvents.', {
    account: '111122223333',
    region: 'eu-west-1',
  });
  const { gaps } = reader([{ type: 'problem', problem: denied }, progress('failed'), end('again')]);
  gaps.read(gap);
  await settle();
  expect(gaps.get()).toMatchObject({ done: [], last: { state: 'failed', problems: [denied] } });
});

test('a stream that breaks off has not read the gap', async () => {
  const { gaps } = reader([{ type: 'plan', plan }, rows('a')]);
  gaps.read(gap);
  await settle();
  expect(gaps.get().done).toEqual([]);
  expect(gaps.get().last).toMatchObject({ state: 'failed', problems: [{ type: 'unreachable' }] });
});

test('a server that does not move on is not asked for ever', async () => {
  const still: readonly Frame[] = [progress('paused'), end('same')];
  const { gaps, requests } = reader(still, still, still, still);
  gaps.read(gap);
  await settle();
  expect(requests).toHaveLength(2);
  expect(gaps.get().last?.state).toBe('failed');
});

test('another question cancels, and nothing is heard of the one before', async () => {
  const { gaps, aborted } = reader('open');
  gaps.read(gap);
  await settle();
  gaps.ask({ q: '' });
  await settle();
  expect(aborted).toEqual([true]);
  expect(gaps.get()).toEqual({ waiting: [], done: [] });
});
