import { type Plan, problem, type ScopeProgress } from '@trailglass/api';
import { describe, expect, it } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { nothingAsked, type Results } from '../results/results.ts';
import { emptiness } from './emptiness.ts';

const plan: Plan = {
  residual: '',
  from: '2026-08-24T00:00:00Z',
  to: '2026-11-22T15:40:00Z',
  notices: [],
};
const scope = (state: ScopeProgress['state'], events = 0): ScopeProgress => ({
  account: '111122223333',
  region: 'us-east-1',
  state,
  events,
  requests: 1,
});
const results = (q: string, news: Partial<Results>): Results => ({
  ...nothingAsked,
  question: { q, scopes: [], range: { kind: 'relative', amount: 1, unit: 'day' } },
  plan,
  ...news,
});
const why = (q: string, news: Partial<Results>) =>
  emptiness(results(q, news), utc, new Map([['111122223333', 'prod']]));

describe('an empty list says why', () => {
  it('nothing happened: where, when, and that everything was read', () => {
    const empty = why('', { phase: 'complete', scopes: [scope('complete')] });
    expect(empty?.title).toBe('No events in us-east-1 for prod');
    expect(empty?.detail).toContain('Everything was read');
    expect(empty?.steps).toContainEqual(expect.objectContaining({ label: 'Search the 90 days' }));
  });

  it('nothing matched: of how many, and each condition can be taken away', () => {
    const empty = why('user:Alice error:*', {
      phase: 'complete',
      scopes: [scope('complete', 18_204)],
    });
    expect(empty?.title).toBe('None of 18,204 events match');
    expect(empty?.steps[0]).toEqual({
      kind: 'change',
      label: 'Remove User name = Alice',
      change: { q: 'errorCode:*' },
    });
  });

  it('says no number where AWS has picked some of the events', () => {
    const picked = { ...plan, attribute: { key: 'Username', value: 'Alice' } } as const;
    const news = { phase: 'complete', plan: picked } as const;
    const one = scope('complete', 42);
    expect(why('user:Alice', { ...news, scopes: [one] })?.title).toBe('No event matches');
    const kept = { ...one, requests: 0 };
    expect(why('user:Alice', { ...news, scopes: [kept] })?.title).toBe('None of 42 events match');
  });

  it('not all read: how many scopes are missing', () => {
    const scopes = [scope('complete'), scope('paused'), scope('reading')];
    expect(why('user:x', { phase: 'stopped', scopes })).toEqual({
      title: 'No match so far',
      detail: '2 of 3 scopes are not fully read.',
      steps: [
        { kind: 'read-all', label: 'Read the rest' },
        { kind: 'gaps', label: 'Show gaps' },
      ],
      asks: true,
    });
  });

  it('nothing could be read when every scope failed', () => {
    expect(why('', { phase: 'failed', scopes: [scope('failed')] })?.title).toBe(
      'Nothing could be read',
    );
  });

  it('a wrong filter is no empty answer: it can be corrected or cleared', () => {
    const failure = problem('bad-filter', 'no such field');
    const empty = why('nofield:x', { phase: 'failed', failure });
    expect(empty?.title).toBe('The filter cannot be read');
    expect(empty?.steps).toEqual([
      { kind: 'change', label: 'Clear the filter', change: { q: '' } },
    ]);
  });

  it('nothing is said while rows may still come', () => {
    expect(why('', { phase: 'reading', scopes: [scope('reading')] })).toBeUndefined();
  });
});
