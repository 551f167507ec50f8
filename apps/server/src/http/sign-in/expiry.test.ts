import { expect, test } from 'vitest';
import { setCookie } from './cookie.ts';
import { PerMinute } from './limit.ts';
import { OneTimeLink } from './one-time-link.ts';
import { mostSessions, Sessions } from './sessions.ts';

function time() {
  let now = 0;
  return { clock: () => now, pass: (ms: number) => (now += ms) };
}
const minute = 60_000;

test('a link lives five minutes (A03)', () => {
  const { clock, pass } = time();
  const link = new OneTimeLink(clock);
  const first = link.issue();
  pass(5 * minute);
  expect(link.redeem(first)).toBe(false);
  const second = link.issue();
  pass(5 * minute - 1);
  expect(link.redeem(second)).toBe(true);
});

test('before a link is issued nothing is one', () => {
  expect(new OneTimeLink().redeem('')).toBe(false);
});

test('a session lives twelve hours, however much it is used (A10)', () => {
  const { clock, pass } = time();
  const sessions = new Sessions(clock);
  const session = sessions.start();
  pass(12 * 60 * minute - 1);
  expect(sessions.isOpen(session)).toBe(true);
  pass(1);
  expect(sessions.isOpen(session)).toBe(false);
});

test('the 26th session ends the oldest (A11)', () => {
  const sessions = new Sessions();
  const all = Array.from({ length: mostSessions + 1 }, () => sessions.start());
  expect(all.map((session) => sessions.isOpen(session))).toEqual([
    false,
    ...all.slice(1).map(() => true),
  ]);
});

test('a limit says how long to wait, and forgets after a minute', () => {
  const { clock, pass } = time();
  const limit = new PerMinute(2, clock);
  limit.count('a');
  pass(10_000);
  expect(limit.wait('a')).toBe(0);
  limit.count('a');
  expect(limit.wait('a')).toBe(50_000);
  expect(limit.wait('b')).toBe(0);
  pass(50_000);
  expect(limit.wait('a')).toBe(0);
});

test('a remote address over plain HTTP gets a cookie that browsers send back', () => {
  expect(setCookie('http://192.168.0.7:4517', 'v')).toMatch(/^trailglass-4517=v;(?!.*Secure)/);
  expect(setCookie('https://trail.example', 'v')).toMatch(/^__Host-trailglass-443=v;.*; Secure$/);
});
