import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TimeRange } from '../address/page-state.ts';
import { useBrush } from './use-brush.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-22T10:00:00Z');
const bars = [0, 1, 2, 3].map((hour) => ({
  start: start + hour * HOUR,
  end: start + (hour + 1) * HOUR,
  writes: 1,
  reads: 0,
  errors: 0,
}));
const span = { start, end: start + 4 * HOUR };
let zoomed: TimeRange[] = [];
let differed: TimeRange[] = [];

function Chart() {
  const { brush, keys, pointer } = useBrush(bars, span, {
    onZoom: (range) => zoomed.push(range),
    onDiffer: (range) => differed.push(range),
  });
  return (
    <div data-testid="chart" {...pointer}>
      <input type="range" max={3} value={brush?.head ?? 3} {...keys} />
      <output>{brush ? `${brush.anchor}–${brush.head}` : 'nothing'}</output>
    </div>
  );
}

beforeEach(() => {
  zoomed = [];
  differed = [];
  render(<Chart />);
  const chart = screen.getByTestId('chart');
  // A browser has both; there is no layout here.
  chart.setPointerCapture = () => undefined;
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 400, 56);
});
afterEach(cleanup);

const chosen = (): string | null => screen.getByRole('status').textContent;
const key = (name: string, shiftKey = false): boolean =>
  fireEvent.keyDown(screen.getByRole('slider'), { key: name, shiftKey });
const mouse = (what: 'Down' | 'Move' | 'Up', clientX: number): boolean =>
  fireEvent[`pointer${what}`](screen.getByTestId('chart'), {
    clientX,
    button: 0,
    isPrimary: true,
    pointerId: 1,
  });

test('arrows choose, Enter zooms into what is chosen, to its last second', () => {
  key('Home');
  key('ArrowRight');
  key('ArrowRight', true);
  expect(chosen()).toBe('1–2');
  key('Enter');
  expect(zoomed).toEqual([
    { kind: 'absolute', from: '2026-11-22T11:00:00Z', to: '2026-11-22T12:59:59Z' },
  ]);
  expect(chosen()).toBe('nothing');
});

test('Escape takes the choice back and zooms nowhere; a second one is the page’s', () => {
  key('Home');
  expect(key('Escape')).toBe(false);
  expect(chosen()).toBe('nothing');
  expect(key('Escape')).toBe(true);
  expect(zoomed).toEqual([]);
});

test('letting go after drawing zooms, also from right to left and when the focus was on the keys', () => {
  screen.getByRole('slider').focus();
  mouse('Down', 250);
  screen.getByRole('slider').blur();
  mouse('Move', 20);
  expect(chosen()).toBe('2–0');
  mouse('Up', 20);
  expect(zoomed).toEqual([
    { kind: 'absolute', from: '2026-11-22T10:00:00Z', to: '2026-11-22T12:59:59Z' },
  ]);
});

test('a click chooses nothing', () => {
  mouse('Down', 250);
  mouse('Move', 252);
  mouse('Up', 252);
  expect(zoomed).toEqual([]);
});

test('with Shift what is chosen is set against the rest, by mouse and by keyboard', () => {
  const chart = screen.getByTestId('chart');
  fireEvent.pointerDown(chart, { button: 0, isPrimary: true, clientX: 110 });
  fireEvent.pointerMove(chart, { clientX: 250 });
  fireEvent.pointerUp(chart, { clientX: 250, shiftKey: true });
  key('ArrowLeft');
  key('Enter', true);
  const at = (from: string, to: string) => ({
    kind: 'absolute',
    from: `2026-11-22T${from}Z`,
    to: `2026-11-22T${to}Z`,
  });
  expect(differed).toEqual([at('11:00:00', '12:59:59'), at('13:00:00', '13:59:59')]);
  expect(zoomed).toEqual([]);
});
