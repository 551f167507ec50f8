// Longer than others: every way that an answer can go, told by the same few frames.
import { Client, type Frame, type Plan, problem, type ScopeProgress } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { describe, expect, it } from 'vitest';
import { completeTo, totals } from './progress.ts';
import type { Question } from './question.ts';
import { createResults } from './store.ts';

const now = (): EpochMs => Date.parse('2026-11-22T16:00:00Z') as EpochMs;
const question: Question = {
  q: 'readOnly:false',
  range: { kind: 'relative', amount: 1, unit: 'day' },
  scopes: ['111122223333:eu-west-1', '111122223333:us-east-1'],
};
const plan: Plan = {
  residual: '',
  from: '2026-11-21T16:00:00Z',
  to: '2026-11-22T16:00:00Z',
  notices: [],
};
const rows = (...events: readonly [time: string, eventId: string][]): Frame => ({
  type: 'rows',
  events: events.map(([time, eventId]) => ({
    account: '111122223333',
    region: 'eu-west-1',
    eventId,
    eventTime: `2026-11-22T${time}Z`,
  })),
});
const scope = (
  region: string,
  state: ScopeProgress['state'],
  more: Partial<ScopeProgress> = {},
): ScopeProgress => ({ account: '111122223333', region, state, events: 50, requests: 1, ...more });

/** The wire: every request is kept, and answered line by line when the test says so. */
function wire() {
  const requests: {
    readonly url: URL;
    readonly signal: AbortSignal;
    readonly say: (...frames: readonly Frame[]) => Promise<void>;
    readonly hangUp: () => Promise<void>;
  }[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  const fetcher: typeof fetch = (input, init) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const signal = init?.signal as AbortSignal;
    const text = (frame: Frame): Uint8Array =>
      new TextEncoder().encode(`${JSON.stringify(frame)}\n`);
    requests.push({
      url: new URL(input as string, 'http://127.0.0.1'),
      signal,
      say: async (...frames) => {
        for (const frame of frames) await writer.write(text(frame)).catch(() => {});
        if (frames.at(-1)?.type === 'end') await writer.close();
        await settle();
      },
      hangUp: async () => {
        await writer.close();
        await settle();
      },
    });
    return Promise.resolve(new Response(readable));
  };
  const flushes: (() => void)[] = [];
  const store = createResults(new Client('', undefined, fetcher), (flush) => {
    flushes.push(flush);
    return () => flushes.splice(flushes.indexOf(flush), 1);
  });
  return {
    store,
    requests,
    last: () => requests.at(-1)!,
    /** What the page shows after the next frame is painted. */
    shown: () => {
      for (const flush of flushes.slice()) flush();
      return store.snapshot();
    },
    ids: () => store.snapshot().rows.map((row) => row.eventId),
  };
}

describe('a search', () => {
  it('asks for the window that ends at the server’s now and lists what arrives, newest first', async () => {
    const { store, last, shown, ids } = wire();
    store.show(question, now);
    expect(store.snapshot().phase).toBe('reading');
    expect(Object.fromEntries(last().url.searchParams)).toEqual({
      q: 'readOnly:false',
      from: '2026-11-21T16:00:00Z',
      to: '2026-11-22T16:00:00Z',
      scope: '111122223333:eu-west-1,111122223333:us-east-1',
    });
    await last().say({ type: 'plan', plan }, rows(['15:00:00', 'a']), rows(['15:30:00', 'b']));
    expect(shown().plan).toEqual(plan);
    expect(ids()).toEqual(['b', 'a']);
    await last().say({ type: 'end', complete: true, matched: 2 });
    expect(shown().phase).toBe('complete');
  });

  it('tells its listeners once per frame, however much arrives', async () => {
    const { store, last, shown } = wire();
    store.show(question, now);
    let told = 0;
    store.subscribe(() => (told += 1));
    await last().say({ type: 'plan', plan }, rows(['15:00:00', 'a']), rows(['15:30:00', 'b']));
    expect(told).toBe(0);
    shown();
    expect(told).toBe(1);
  });

  it('reads more from the cursor, and adds up what each request counted', async () => {
    const { store, last, requests, shown, ids } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      rows(['15:00:00', 'a']),
      { type: 'progress', scopes: [scope('eu-west-1', 'paused'), scope('us-east-1', 'complete')] },
      { type: 'end', complete: false, matched: 1, next: 'cursor-1' },
    );
    expect(shown().phase).toBe('more');
    store.loadMore();
    expect(last().url.searchParams.get('cursor')).toBe('cursor-1');
    store.loadMore();
    expect(requests).toHaveLength(2);
    await last().say(
      { type: 'plan', plan },
      rows(['14:00:00', 'b'], ['15:00:00', 'a']),
      { type: 'progress', scopes: [scope('eu-west-1', 'complete', { events: 7 })] },
      { type: 'end', complete: true, matched: 2 },
    );
    expect(shown().phase).toBe('complete');
    expect(ids()).toEqual(['a', 'b']);
    expect(totals(store.snapshot().scopes)).toEqual({ events: 107, requests: 3 });
  });

  it('reads to the end when told to, unless the server no longer moves', async () => {
    const { store, last, requests, shown } = wire();
    store.show(question, now);
    store.readAll();
    await last().say({ type: 'end', complete: false, matched: 0, next: 'one' });
    await last().say({ type: 'end', complete: false, matched: 0, next: 'two' });
    await last().say({ type: 'end', complete: false, matched: 0, next: 'two' });
    expect(requests).toHaveLength(3);
    expect(shown().phase).toBe('more');
  });

  it('stops, cancels the request and goes on where it stopped', async () => {
    const { store, last, requests, shown } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      { type: 'progress', scopes: [scope('eu-west-1', 'reading')], next: 'here' },
      rows(['15:00:00', 'a']),
    );
    store.stop();
    expect(requests[0]!.signal.aborted).toBe(true);
    expect(shown()).toMatchObject({ phase: 'stopped', rows: [{ eventId: 'a' }] });
    store.resume();
    expect(last().url.searchParams.get('cursor')).toBe('here');
    expect(shown().phase).toBe('reading');
  });

  it('drops the late answers of an earlier question', async () => {
    const { store, last, requests, shown, ids } = wire();
    store.show(question, now);
    store.show({ ...question, q: 'user:alice' }, now);
    expect(requests[0]!.signal.aborted).toBe(true);
    await requests[0]!.say({ type: 'plan', plan }, rows(['15:00:00', 'late']));
    await last().say({ type: 'plan', plan }, rows(['14:00:00', 'mine']));
    shown();
    expect(ids()).toEqual(['mine']);
  });

  it('shows the old rows as stale until the new question has its first answer', async () => {
    const { store, last, shown, ids } = wire();
    store.show(question, now);
    await last().say({ type: 'plan', plan }, rows(['15:00:00', 'a']));
    shown();
    store.show({ ...question, q: 'user:nobody' }, now);
    await last().say({ type: 'plan', plan });
    expect(shown()).toMatchObject({ stale: true, rows: [{ eventId: 'a' }] });
    await last().say({ type: 'end', complete: true, matched: 0 });
    expect(shown()).toMatchObject({ stale: false, phase: 'complete' });
    expect(ids()).toEqual([]);
  });

  it('reads rows again for a path that became a column: none goes away, and as many come as were there', async () => {
    const { store, last, shown } = wire();
    store.show(question, now);
    const first = ['15:00:00', 'a'] as const;
    const second = ['14:00:00', 'b'] as const;
    await last().say({ type: 'plan', plan }, rows([...first]), rows([...second]));
    await last().say({ type: 'end', complete: true, matched: 2 });
    shown();
    store.show({ ...question, paths: ['requestParameters.x'] }, now);
    expect(shown()).toMatchObject({ stale: false, rows: [{ eventId: 'a' }, { eventId: 'b' }] });
    expect(last().url.searchParams.get('columns')).toBe('requestParameters.x');
    expect(last().url.searchParams.get('to')).toBe(plan.to);
    const withPath = (frame: Frame): Frame =>
      frame.type === 'rows'
        ? {
            ...frame,
            events: frame.events.map((row) => ({
              ...row,
              paths: [['requestParameters.x', ['1']]],
            })),
          }
        : frame;
    await last().say({ type: 'plan', plan }, withPath(rows([...first])));
    await last().say({ type: 'end', complete: false, matched: 1, next: 'on' });
    expect(shown().rows.map((row) => row.paths?.length)).toEqual([1, undefined]);
    expect(last().url.searchParams.get('cursor')).toBe('on');
    await last().say(withPath(rows([...second])));
    await last().say({ type: 'end', complete: true, matched: 1 });
    expect(shown()).toMatchObject({ phase: 'complete' });
    expect(shown().rows.map((row) => row.paths?.length)).toEqual([1, 1]);
  });

  it('refreshes without taking rows away: new ones join, those before the moved window leave', async () => {
    const { store, last, shown, ids } = wire();
    store.show(question, now);
    await last().say({ type: 'plan', plan }, rows(['15:00:00', 'a'], ['14:00:00', 'old']));
    store.show(question, () => (now() + 60_000) as EpochMs);
    shown();
    store.refresh();
    expect(last().url.searchParams.get('to')).toBe('2026-11-22T16:01:00Z');
    shown();
    expect(ids()).toEqual(['a', 'old']);
    const moved = { ...plan, from: '2026-11-22T14:30:00Z' };
    await last().say({ type: 'plan', plan: moved }, rows(['16:00:30', 'new'], ['15:00:00', 'a']));
    shown();
    expect(ids()).toEqual(['new', 'a']);
  });
});

describe('what goes wrong', () => {
  it('keeps a failing Region’s problem beside the rows of the others, until it reads again', async () => {
    const { store, last, shown } = wire();
    const throttled = problem('throttled', 'us-east-1 is throttled.', {
      account: '111122223333',
      region: 'us-east-1',
      retryAfterMs: 8000,
    });
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      rows(['15:00:00', 'a']),
      { type: 'problem', problem: throttled },
      { type: 'problem', problem: { ...throttled, retryAfterMs: 4000 } },
      {
        type: 'progress',
        scopes: [scope('us-east-1', 'throttled'), scope('eu-west-1', 'reading')],
      },
    );
    expect(shown().problems).toEqual([{ ...throttled, retryAfterMs: 4000 }]);
    expect(shown().rows).toHaveLength(1);
    await last().say({ type: 'progress', scopes: [scope('us-east-1', 'reading')] });
    expect(shown().problems).toEqual([]);
  });

  it('does not read on by itself when only failed scopes remain', async () => {
    const { store, last, requests, shown } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      { type: 'progress', scopes: [scope('eu-west-1', 'complete'), scope('us-east-1', 'failed')] },
      { type: 'end', complete: false, matched: 0, next: 'again' },
    );
    expect(shown().phase).toBe('failed');
    store.loadMore();
    expect(requests).toHaveLength(1);
    store.resume();
    expect(last().url.searchParams.get('cursor')).toBe('again');
  });

  it('reads on below a scope that failed as long as the archive has more of it', async () => {
    const { store, last, requests, shown } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      { type: 'progress', scopes: [scope('us-east-1', 'failed', { known: 'more' })] },
      { type: 'end', complete: false, matched: 0, next: 'below' },
    );
    expect(shown().phase).toBe('more');
    store.loadMore();
    expect(last().url.searchParams.get('cursor')).toBe('below');
    await last().say(
      { type: 'progress', scopes: [scope('us-east-1', 'failed', { known: 'all' })] },
      { type: 'end', complete: false, matched: 0, next: 'again' },
    );
    expect(shown().phase).toBe('failed');
    store.loadMore();
    expect(requests).toHaveLength(2);
  });

  it('is partial, not complete and not failed, when AWS no longer has the rest', async () => {
    const { store, last, shown } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      { type: 'progress', scopes: [scope('eu-west-1', 'complete'), scope('us-east-1', 'partial')] },
      { type: 'end', complete: false, matched: 0 },
    );
    expect(shown()).toMatchObject({ phase: 'partial', next: undefined });
  });

  it('says that a connection broke off, and keeps what had arrived', async () => {
    const { store, last, shown } = wire();
    store.show(question, now);
    await last().say({ type: 'plan', plan }, rows(['15:00:00', 'a']));
    await last().hangUp();
    expect(shown()).toMatchObject({
      phase: 'failed',
      failure: { type: 'unreachable' },
      rows: [{ eventId: 'a' }],
    });
  });
});

describe('how far back the list is final', () => {
  const scopes = [
    scope('eu-west-1', 'reading', { readTo: '2026-11-22T10:00:00Z' }),
    scope('us-east-1', 'paused', { readTo: '2026-11-22T12:00:00Z' }),
    scope('eu-north-1', 'complete'),
  ];

  it('is the newest time down to which every scope that can be read has been read', () => {
    expect(completeTo(scopes, plan)).toBe('2026-11-22T12:00:00Z');
    expect(completeTo([...scopes, scope('sa-east-1', 'failed')], plan)).toBe(
      '2026-11-22T12:00:00Z',
    );
    expect(completeTo([scope('eu-north-1', 'complete')], plan)).toBe(plan.from);
  });

  it('ends where something is missing that AWS no longer has', () => {
    const partial = scope('us-east-1', 'partial', { readTo: '2026-11-22T08:00:00Z' });
    expect(completeTo([scope('eu-north-1', 'complete'), partial], plan)).toBe(partial.readTo);
  });

  it('is unknown while one of them has not begun', () => {
    expect(completeTo([...scopes, scope('sa-east-1', 'waiting')], plan)).toBeUndefined();
  });
});

describe('events that were read beside it', () => {
  const reading = scope('us-east-1', 'paused', { readTo: '2026-11-22T12:00:00Z' });

  it('join the list as far back as it is final, and wait below', async () => {
    const { store, last, shown, ids } = wire();
    store.show(question, now);
    await last().say(
      { type: 'plan', plan },
      rows(['15:00:00', 'a']),
      { type: 'progress', scopes: [reading, scope('eu-west-1', 'failed')], next: 'on' },
      { type: 'end', complete: false, matched: 1, next: 'on' },
    );
    const beside = rows(['14:00:00', 'between'], ['11:00:00', 'further back']);
    if (beside.type === 'rows') store.add(beside.events);
    shown();
    expect(ids()).toEqual(['a', 'between']);
  });
});
