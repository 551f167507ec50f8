import type { Page } from 'playwright';

export interface Scroll {
  /** Milliseconds between frames while scrolling, in order of time. */
  readonly frames: readonly number[];
  /** The most elements in the document at any moment of it. */
  readonly elements: number;
  /** Frames in which no row stood where rows should be. */
  readonly blank: number;
}

/** Every frame a few rows on, as a quick hand on the wheel does it. */
export const steadily = (page: Page, seconds: number): Promise<Scroll> =>
  watched(page, () => page.evaluate(step, { ms: seconds * 1000, px: 100 }));

/** The scroll bar dragged through the whole list and back: every frame shows other rows than the one before. */
export const throughout = (page: Page, seconds: number): Promise<Scroll> =>
  watched(page, () => page.evaluate(drag, seconds * 1000));

/** What a page with nothing on it has for frames on this machine, now. */
export async function nothing(page: Page, seconds: number): Promise<readonly number[]> {
  const { frames } = await watched(page, () => page.waitForTimeout(seconds * 1000));
  return frames;
}

/** MB (10^6 bytes) of JavaScript objects that are reachable. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity) / 1e6;
}

async function watched(page: Page, act: () => Promise<void>): Promise<Scroll> {
  await page.evaluate(watchFrames);
  await act();
  const seen = await page.evaluate(() => globalThis.stopWatching?.());
  if (!seen) throw new Error('Frames were not watched.');
  return seen;
}

declare global {
  var stopWatching: (() => Scroll) | undefined;
}

/** Runs in the page. */
function watchFrames(): void {
  const frames: number[] = [];
  let elements = 0;
  let blank = 0;
  let before = 0;
  let on = true;
  const look = (now: number): void => {
    if (!on) return;
    if (before > 0) frames.push(now - before);
    before = now;
    elements = Math.max(elements, document.getElementsByTagName('*').length);
    const box = document.querySelector('[role=grid]')?.parentElement?.getBoundingClientRect();
    const there = box && document.elementFromPoint(box.left + 60, box.top + box.height / 2);
    if (!there?.closest('tr')) blank += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.stopWatching = () => {
    on = false;
    return { frames, elements, blank };
  };
}

/** Runs in the page. */
function step({ ms, px }: { ms: number; px: number }): Promise<void> {
  const scroller = document.querySelector('[role=grid]')?.parentElement;
  const begun = performance.now();
  return new Promise((resolve) => {
    const next = (now: number): void => {
      if (now - begun >= ms) resolve();
      else {
        scroller?.scrollBy(0, px);
        requestAnimationFrame(next);
      }
    };
    requestAnimationFrame(next);
  });
}

/** Runs in the page. */
function drag(ms: number): Promise<void> {
  const scroller = document.querySelector('[role=grid]')?.parentElement;
  const whole = (scroller?.scrollHeight ?? 0) - (scroller?.clientHeight ?? 0);
  const begun = performance.now();
  return new Promise((resolve) => {
    const next = (now: number): void => {
      const part = (now - begun) / ms;
      if (part >= 1) resolve();
      else {
        scroller?.scrollTo(0, whole * (1 - Math.abs(1 - 2 * part)));
        requestAnimationFrame(next);
      }
    };
    requestAnimationFrame(next);
  });
}
