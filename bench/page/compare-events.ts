import type { Page } from 'playwright';
import { account, region } from './rows.ts';

export interface Comparing {
  /** Milliseconds from the click that follows the link until the comparison stands. */
  readonly ms: number;
  /** The longest that the page could not answer meanwhile, in milliseconds. */
  readonly stall: number;
}

/** Follows a link to the comparison of these events, in a page that is open already. */
export async function compareEvents(page: Page, eventIds: readonly string[]): Promise<Comparing> {
  const events = eventIds.map((id) => `${account}:${region}:${id}`).join(',');
  await page.evaluate(watchStalls);
  const begun = await page.evaluate(goTo, `/compare?${new URLSearchParams({ events }).toString()}`);
  await page
    .getByRole('table', { name: 'Events compared' })
    .getByRole('row', { name: /^eventID|^Event ID/ })
    .first()
    .waitFor({ timeout: 60_000 });
  const end = await page.evaluate(() => performance.now());
  await page.goBack();
  return { ms: end - begun, stall: await page.evaluate(() => Math.max(0, ...globalThis.stalls)) };
}

declare global {
  var stalls: number[];
}

/** In the page. */
function watchStalls(): void {
  globalThis.stalls = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.stalls.push(duration);
  }).observe({ type: 'longtask' });
}

/** In the page: the router hears of it as of Back and Forward. */
function goTo(path: string): number {
  const begun = performance.now();
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  return begun;
}
