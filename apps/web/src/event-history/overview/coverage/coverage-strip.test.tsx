import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Coverage } from '@trailglass/api';
import { afterEach, expect, test } from 'vitest';
import { CoverageStrip } from './coverage-strip.tsx';
import type { Gap } from '../../../coverage/gap.ts';
import { stripsOf, summaryOf } from '../../../coverage/strip.ts';
import { spanOf } from '../../../time-range/span.ts';

afterEach(cleanup);

const at = (hour: number): string => `2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`;
const before = (hour: number): string =>
  new Date(Date.parse(at(hour)) - 1000).toISOString().replace('.000', '');
const span = spanOf({ from: at(10), to: before(20) });
const names = new Map([['1', 'prod']]);
const read = (
  region: string,
  ...hours: (readonly [number, number])[]
): Coverage['scopes'][number] => ({
  account: '1',
  region,
  intervals: hours.map(([from, to]) => ({ from: at(from), to: before(to), state: 'read' })),
});

function show(scopes: Coverage['scopes'], open = false) {
  const asked: Gap[] = [];
  const strips = (now: Coverage['scopes']) =>
    stripsOf(
      now.map(({ region }) => `1:${region}`),
      { from: at(10), to: before(20), scopes: now },
      [],
      span,
    );
  const element = (now: Coverage['scopes']) => (
    <CoverageStrip
      strips={strips(now)}
      summary={summaryOf(strips(now))}
      span={span}
      names={names}
      open={open}
      onGap={(gap) => asked.push(gap)}
    />
  );
  const { rerender } = render(element(scopes));
  return { asked, change: (now: Coverage['scopes']) => rerender(element(now)) };
}
const gaps = (): readonly HTMLElement[] => screen.getAllByRole('button');
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;
const key = (name: string): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

test('a gap is a button by its name; choosing it reads exactly that gap', () => {
  const { asked } = show([read('us-east-1', [12, 15]), read('eu-west-1', [10, 20])]);
  expect(gaps().map((gap) => gap.getAttribute('aria-label'))).toEqual([
    'Not read: prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00. Read it',
    'Not read: prod, us-east-1, 22 Nov 15:00 to 22 Nov 20:00. Read it',
  ]);
  fireEvent.click(gaps()[0]!);
  expect(asked).toEqual([
    { scopes: ['1:us-east-1'], start: Date.parse(at(10)), end: Date.parse(at(12)) },
  ]);
});

test('the Tab key reaches one gap, the arrow keys all others', () => {
  show([read('us-east-1', [12, 15]), read('eu-west-1', [10, 19])]);
  const reached = gaps().filter((gap) => gap.tabIndex === 0);
  expect(reached).toHaveLength(1);
  reached[0]!.focus();
  expect(focused()).toContain('us-east-1, 22 Nov 15:00');
  key('ArrowLeft');
  expect(focused()).toContain('us-east-1, 22 Nov 10:00');
  key('ArrowDown');
  expect(focused()).toContain('eu-west-1, 22 Nov 19:00');
  key('Home');
  expect(focused()).toContain('us-east-1, 22 Nov 10:00');
  expect(gaps().filter((gap) => gap.tabIndex === 0)).toEqual([document.activeElement]);
});

test('when the gap that had the focus is read, the focus stays in the strip', () => {
  const { change } = show([read('us-east-1', [12, 20])]);
  gaps()[0]!.focus();
  change([read('us-east-1', [10, 20])]);
  expect(document.activeElement).toBe(screen.getByRole('list', { name: 'What has been read' }));
});

test('where many scopes share a row, a gap is read in all that have it', () => {
  const regions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const { asked } = show(
    regions.map((region, index) => read(region, index < 2 ? [12, 20] : [10, 20])),
  );
  const [gap, ...others] = gaps();
  expect(others).toEqual([]);
  expect(gap?.getAttribute('aria-label')).toBe(
    'Not read in 2 of 7 scopes: 22 Nov 10:00 to 22 Nov 12:00. Read it',
  );
  fireEvent.click(gap!);
  expect(asked[0]?.scopes).toEqual(['1:a', '1:b']);
});

test('a gap of some scopes shows how much of it the others have read; a gap of all shows nothing', () => {
  const scopes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((region) =>
    read(
      region,
      ...(region === 'a' ? [[12, 15] as const, [16, 20] as const] : [[12, 20] as const]),
    ),
  );
  show(scopes);
  const [ofAll, ofOne] = gaps();
  expect(ofAll?.getAttribute('aria-label')).toMatch('Not read in 8 of 8 scopes');
  expect(ofAll?.style.getPropertyValue('--part-read')).toBe('0%');
  expect(ofOne?.getAttribute('aria-label')).toMatch('Not read in 1 of 8 scopes');
  // Seven of eight: 20 % + 7/8 of 55 %.
  expect(ofOne?.style.getPropertyValue('--part-read')).toBe('68%');
});
