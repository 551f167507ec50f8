import { Client, type EventRow, type Frame, type LiveFrame } from '@trailglass/api';
import { type EpochMs, printTime } from '@trailglass/record';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Question } from '../results/question.ts';
import { nothingAsked, type Results } from '../results/results.ts';
import { follow } from './follow.ts';
import type { LiveStatus } from './live-state.ts';

const question: Question = {
  q: 'user:alice',
  range: { kind: 'relative', amount: 1, unit: 'hour' },
  scopes: ['111122223333:eu-west-1', '111122223333:us-east-1'],
};
const START = Date.parse('2026-11-22T16:00:00Z');
const ago = (seconds: number): string =>
  printTime((Math.floor(Date.now() / 1000) * 1000 - seconds * 1000) as EpochMs);

let visibility: DocumentVisibilityState = 'visible';
const look = (state: DocumentVisibilityState): void => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Asked {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly say: (...frames: readonly (LiveFrame | Frame)[]) => Promise<void>;
  readonly hangUp: () => Promise<void>;
}

/** Following against a wire on which the test says what the server says. */
function following(to: string | undefined) {
  const asked: Asked[] = [];
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);
  const fetcher: typeof fetch = (input, init) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const signal = init?.signal as AbortSignal;
    signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => {}));
    asked.push({
      url: new URL(input as string, 'http://127.0.0.1'),
      signal,
      say: async (...frames) => {
        const lines = frames.map((frame) => `${JSON.stringify(frame)}\n`).join('');
        void writer.write(new TextEncoder().encode(lines));
        await settle();
      },
      hangUp: async () => {
        void writer.close();
        await settle();
      },
    });
    return Promise.resolve(new Response(readable));
  };
  const plan = to === undefined ? {} : { plan: { residual: '', from: ago(3600), to, notices: [] } };
  const results: Results = { ...nothingAsked, question, phase: 'complete', ...plan };
  const news: { readonly events: readonly EventRow[]; readonly to: string | undefined }[] = [];
  const told: LiveStatus[] = [];
  const leaving = new AbortController();
  void follow(
    {
      client: new Client('', undefined, fetcher),
      question,
      store: { snapshot: () => results, news: (events, until) => news.push({ events, to: until }) },
      now: () => Date.now() as EpochMs,
      tell: (status) => told.push(status),
    },
    leaving.signal,
  );
  return {
    asked,
    last: (): Asked => asked.at(-1)!,
    news,
    told,
    leave: () => leaving.abort(),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

const state = (...states: readonly ('waiting' | 'following' | 'failed')[]): LiveFrame => ({
  type: 'following',
  scopes: states.map((state, at) => ({
    account: '111122223333',
    region: ['eu-west-1', 'us-east-1'][at] ?? '',
    state,
    answeredAt: ago(0),
  })),
});
const whole = (): LiveFrame => state('following', 'following');
const row = (eventId: string): EventRow => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId,
  eventTime: ago(1),
});
const rows = (...ids: readonly string[]): LiveFrame => ({ type: 'rows', events: ids.map(row) });
const ids = (news: ReturnType<typeof following>['news']): string[] =>
  news.flatMap(({ events }) => events.map(({ eventId }) => eventId));
const found = (...events: readonly EventRow[]): Frame[] => [
  { type: 'rows', events },
  { type: 'end', complete: true, matched: events.length },
];

it('asks for the question’s events, hands them on a few at a time, and moves its time on gently', async () => {
  const { asked, last, news, pass } = following(ago(5));
  await pass(0);
  expect(last().url.pathname).toBe('/api/live');
  expect(Object.fromEntries(last().url.searchParams)).toEqual({
    q: 'user:alice',
    scope: '111122223333:eu-west-1,111122223333:us-east-1',
  });
  await last().say(whole(), rows('a'));
  expect(ids(news)).toEqual(['a']);
  await last().say(rows('b'));
  await last().say(rows('c'));
  expect(ids(news)).toEqual(['a']);
  await pass(1_500);
  expect(news.map(({ events }) => events.length)).toEqual([1, 2]);

  const moves = (): number => news.filter(({ to }) => to !== undefined).length;
  for (let n = 0; n < 12; n += 1) {
    await pass(5_000);
    await last().say(whole());
  }
  // Once for the events that came, and then not for another minute of silence.
  expect(moves()).toBe(1);
  // A list that had just been read needs no second search.
  expect(asked).toHaveLength(1);
});

it('reads what came between the list and the connection, and what came late, before it calls anything whole', async () => {
  const { asked, last, news, told, pass } = following(ago(120));
  await pass(0);
  await last().say(whole());
  expect(asked).toHaveLength(2);
  const search = last();
  expect(search.url.pathname).toBe('/api/events');
  expect(search.url.searchParams.get('from')).toBe(ago(120 + 15 * 60));
  expect(search.url.searchParams.get('to')).toBe(ago(0));
  expect(told.at(-1)).toMatchObject({ kind: 'connected', catchingUp: true });
  await pass(20_000);
  await asked[0]!.say(rows('live'), whole());
  expect(news.every(({ to }) => to === undefined)).toBe(true);

  await search.say(...found(row('missed')));
  await pass(1_500);
  expect(ids(news).toSorted()).toEqual(['live', 'missed']);
  expect(told.at(-1)).toMatchObject({ catchingUp: false });
  await asked[0]!.say(whole());
  expect(news.at(-1)?.to).toBe(ago(0));
});

it('connects again when the connection breaks or falls silent, and reads what it missed', async () => {
  const { asked, last, told, pass } = following(ago(5));
  await pass(0);
  await last().say(whole());
  await last().hangUp();
  expect(told.at(-1)).toMatchObject({ kind: 'broken', problem: { type: 'unreachable' } });
  await pass(2_000);
  expect(asked).toHaveLength(2);
  await last().say(whole());

  // Nothing for 25 s: the last whole moment is now so long ago that the server's own overlap may not reach it.
  await pass(25_000);
  expect(asked[1]!.signal.aborted).toBe(true);
  expect(told.at(-1)).toMatchObject({ kind: 'broken' });
  await pass(10_000);
  expect(asked).toHaveLength(3);
  await last().say(whole());
  expect(last().url.pathname).toBe('/api/events');
});

it('a scope that fails leaves a gap, which is read when it is followed again', async () => {
  const { asked, last, pass } = following(ago(120));
  await pass(0);
  const stream = last();
  await stream.say(state('following', 'failed'));
  await last().say({ type: 'end', complete: false, matched: 0 });
  await last().hangUp();
  await pass(5_000);
  await stream.say(state('following', 'failed'));
  expect(asked).toHaveLength(2);
  await stream.say(whole());
  expect(asked).toHaveLength(3);
  expect(last().url.searchParams.get('from')).toBe(ago(125 + 15 * 60));
});

it('a tab that is not looked at gives its connection back after a while, and catches up when it is', async () => {
  const { asked, last, pass } = following(ago(5));
  await pass(0);
  await last().say(whole());
  look('hidden');
  await pass(20_000);
  await last().say(whole());
  expect(last().signal.aborted).toBe(false);
  await pass(10_000);
  expect(last().signal.aborted).toBe(true);
  await pass(3_600_000);
  expect(asked).toHaveLength(1);
  look('visible');
  await pass(0);
  expect(asked).toHaveLength(2);
  await last().say(whole());
  expect(last().url.pathname).toBe('/api/events');
});

it('a question that is wrong is not asked again; after leaving nothing more is handed on', async () => {
  const { last, news, told, leave, pass } = following(undefined);
  await pass(0);
  await last().say(whole(), rows('a'));
  await last().say(rows('held'));
  leave();
  await pass(60_000);
  expect(ids(news)).toEqual(['a']);
  expect(told.some(({ kind }) => kind === 'broken')).toBe(false);

  const wrong = following(undefined);
  await wrong.pass(0);
  const detail = { title: 'The filter cannot be read', status: 400, detail: 'No such field.' };
  await wrong.last().say({ type: 'problem', problem: { type: 'bad-filter', ...detail } });
  expect(wrong.told.at(-1)).toEqual({
    kind: 'broken',
    problem: expect.objectContaining({ type: 'bad-filter' }) as unknown,
  });
  await wrong.pass(600_000);
  expect(wrong.asked).toHaveLength(1);
});
