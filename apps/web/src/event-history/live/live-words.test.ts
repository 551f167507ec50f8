import { problem } from '@trailglass/api';
import { describe, expect, it } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { type LiveScope, type LiveStatus, whyNotLive } from './live-state.ts';
import { liveWords } from './live-words.ts';

const NOW = Date.parse('2026-11-22T14:03:07Z');
const one = new Map([['111122223333', 'prod']]);
const two = new Map([...one, ['444455556666', 'dev']]);
const scope = (region: string, more: Partial<LiveScope> = {}): LiveScope => ({
  account: '111122223333',
  region,
  state: 'following',
  answeredAt: '2026-11-22T14:03:06.200Z',
  ...more,
});
const throttled = (region: string): LiveScope =>
  scope(region, { state: 'waiting', problem: problem('throttled', 'Rate exceeded') });
const denied = (region: string): LiveScope =>
  scope(region, { state: 'failed', problem: problem('access-denied', 'No.') });
const connected = (...scopes: readonly LiveScope[]): LiveStatus => ({
  kind: 'connected',
  scopes,
  catchingUp: false,
});
const words = (status: LiveStatus, names: ReadonlyMap<string, string> = one): string =>
  liveWords(status, names, utc, NOW).text;

describe('how live goes, in a line', () => {
  it('is the time of the longest unanswered scope while all is well', () => {
    const older = scope('us-east-1', { answeredAt: '2026-11-22T14:03:05.900Z' });
    expect(words(connected(scope('eu-west-1'), older))).toBe('Live · 14:03:05');
  });

  it('says what it waits for', () => {
    expect(words({ kind: 'connecting' })).toBe('Live · connecting…');
    expect(words(connected({ account: '1', region: 'eu-west-1', state: 'waiting' }))).toBe(
      'Live · waiting for AWS…',
    );
    expect(words({ kind: 'connected', scopes: [scope('eu-west-1')], catchingUp: true })).toBe(
      'Live · reading what came meanwhile…',
    );
    const silent = scope('eu-west-1', { answeredAt: '2026-11-22T14:02:00Z' });
    expect(words(connected(silent))).toBe('Live: no answer from AWS since 14:02:00');
  });

  it('names what stands in the way, and where', () => {
    const well = scope('us-east-1');
    expect(words(connected(well, throttled('eu-west-1')))).toBe(
      'Live: eu-west-1 is throttled by AWS',
    );
    expect(words(connected(well, denied('eu-west-1')), two)).toBe(
      'Live: prod (eu-west-1) may not be read',
    );
    expect(words(connected(well, throttled('eu-west-1'), throttled('eu-west-2')))).toBe(
      'Live: 2 of 3 scopes are throttled by AWS',
    );
    expect(words(connected(well, throttled('eu-west-1'), denied('eu-west-2')))).toBe(
      'Live: 2 of 3 scopes cannot be followed',
    );
    const gone = { ...problem('unreachable', 'Start it.'), title: 'The Trailglass server is gone' };
    expect(words({ kind: 'broken', problem: gone })).toBe('Live: the Trailglass server is gone');
  });
});

it('a range that has ended is not followed, and it is said why', () => {
  const range = (to: string) => ({ kind: 'absolute', from: '2026-11-01T00:00:00Z', to }) as const;
  expect(whyNotLive({ kind: 'relative', amount: 1, unit: 'hour' }, NOW)).toBeUndefined();
  expect(whyNotLive(range('2026-11-23T00:00:00Z'), NOW)).toBeUndefined();
  expect(whyNotLive(range('2026-11-22T14:03:00Z'), NOW)).toMatch(/ends in the past/);
});
