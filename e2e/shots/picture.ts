import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { test as base } from '../fixtures/test.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export const folder = fileURLToPath(new URL('../../.cache/shots/', import.meta.url));

interface PerTest {
  /** Takes what is on the page as `<name>-<light|dark>-<width>.png`, in both looks. */
  readonly shoot: (name: string) => Promise<void>;
}

export const test = base.extend<PerTest>({
  shoot: async ({ page }, give) => {
    await give(async (name) => {
      for (const scheme of schemes) {
        const width = page.viewportSize()?.width ?? 0;
        await picture(page, scheme, `${folder}${name}-${scheme}-${width}.png`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
  },
});
export { expect } from '@playwright/test';

/** The page in one look, once it has settled in it. */
export async function picture(
  page: Page,
  scheme: Scheme,
  path: string,
  clip?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.locator(`html[style*="color-scheme: ${scheme}"]`).waitFor({ state: 'attached' });
  await page.screenshot({ path, caret: 'hide', animations: 'disabled', ...(clip && { clip }) });
}
