import type { Page } from 'playwright';

/**
 * Clicks the list's row at `index` and waits until its record stands in the drawer.
 * @returns milliseconds from the click to the frame after which the record was on the screen
 */
export async function openEvent(page: Page, eventId: string, index: number): Promise<number> {
  const row = page.getByRole('grid', { name: 'Events' }).locator(`[aria-rowindex="${index + 2}"]`);
  await page.evaluate(awaitRecord, eventId);
  await row
    .locator('td')
    .nth(2)
    .click({ position: { x: 4, y: 8 } });
  const ms = await page.evaluate(() => globalThis.painted);
  if (ms === undefined) throw new Error('Nothing was waited for.');
  return ms;
}

declare global {
  var painted: Promise<number> | undefined;
}

/** Runs in the page, before the click. */
function awaitRecord(eventId: string): void {
  globalThis.painted = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${eventId} did not open within 20 s`)), 20_000);
    addEventListener(
      'click',
      ({ timeStamp }) => {
        const look = (): void => {
          const drawer = document.querySelector('aside[aria-label="Event"]');
          const tree = drawer?.querySelector('[role=tree][aria-label="Event record"]');
          const here = location.search.includes(eventId) && drawer?.textContent.includes(eventId);
          if (!here || !tree?.querySelector('[role=treeitem]')) {
            requestAnimationFrame(look);
            return;
          }
          // The frame that has it is painted before a message that is sent in it arrives.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            clearTimeout(late);
            resolve(performance.now() - timeStamp);
          });
          port1.start();
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}
