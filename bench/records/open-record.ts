import type { EventRow } from '@trailglass/api';
import type { Page } from 'playwright';

/**
 * Opens one event in the drawer by its address, within the page that is there.
 * @param name its eventName, as its file has it
 * @returns what is wrong, in words
 */
export async function openRecord(
  page: Page,
  row: EventRow,
  name: string | undefined,
): Promise<readonly string[]> {
  const parts = [row.account, row.region, row.eventId];
  const event = parts.map((part) => part.replaceAll(/[%,:]/g, encodeURIComponent)).join(':');
  const search = new URLSearchParams({ q: '', event: `${event}:${row.eventTime}` });
  await page.evaluate((url) => history.pushState({}, '', url), `/events?${search.toString()}`);
  const seen = await page.evaluate(look, row.eventId);
  const expected = name ?? 'Event';
  return [
    ...(seen.lines > 0 ? [] : ['its record did not appear within 5 s']),
    ...(seen.heading === expected ? [] : [`the heading is “${seen.heading}”, not “${expected}”`]),
    ...(seen.sentence === '' ? ['it has no sentence'] : []),
    ...seen.broken.map((text) => `the drawer says “${text}”`),
    ...seen.problems.map((text) => `a problem is shown: ${text}`),
  ];
}

interface Seen {
  readonly heading: string;
  readonly sentence: string;
  /** Of the record, as a tree or as text. */
  readonly lines: number;
  readonly broken: readonly string[];
  readonly problems: readonly string[];
}

/** Runs in the page. */
async function look(eventId: string): Promise<Seen> {
  const until = performance.now() + 5000;
  const drawer = (): Element | null => document.querySelector('aside[aria-label="Event"]');
  const record = (): Element | undefined =>
    [...(drawer()?.querySelectorAll('section') ?? [])].find((section) =>
      section.querySelector('h3')?.textContent.startsWith('Event record'),
    );
  const lines = (): number => record()?.querySelectorAll('[role=treeitem], pre').length ?? 0;
  const here = (): boolean =>
    lines() > 0 && drawer()?.querySelector(`[data-value=${JSON.stringify(eventId)}]`) !== null;
  while (!here() && performance.now() < until)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const bad = ['undefined', 'NaN', '[object Object]', 'Invalid Date'];
  const isBad = (text: string): boolean => bad.some((word) => text.includes(word));
  // What the record itself says may be anything; the page's own words may not be these.
  const own = drawer()?.cloneNode(true) as Element | undefined;
  for (const tree of own?.querySelectorAll('[role=tree], pre') ?? []) tree.remove();
  for (const value of own?.querySelectorAll<HTMLElement>('[data-value]') ?? [])
    if (isBad(value.dataset['value'] ?? '')) value.remove();
  const words = own?.textContent ?? '';
  const problems = [...(drawer()?.querySelectorAll('[class*=awsui_type-error]') ?? [])];
  return {
    heading: drawer()?.querySelector('h2')?.textContent.trim() ?? '',
    sentence: drawer()?.querySelector('p')?.textContent.trim() ?? '',
    lines: here() ? lines() : 0,
    broken: bad.filter((word) => words.includes(word)),
    problems: problems.map(({ textContent }) => textContent.slice(0, 200)),
  };
}
