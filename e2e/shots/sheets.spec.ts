import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { test } from '@playwright/test';
import { folder, schemes } from './picture.ts';

/** Every picture of one width and look on one page, to be seen at a glance. */
const columns = { '1440': 3, '1024': 4, '390': 7 } as const;

for (const [width, across] of Object.entries(columns)) {
  for (const scheme of schemes) {
    test(`contact sheet: ${scheme}, ${width}`, async ({ page }) => {
      const ending = `-${scheme}-${width}.png`;
      const names = readdirSync(folder)
        .filter((name) => name.endsWith(ending) && !name.startsWith('sheet-'))
        .sort();
      const size = 1800 / across - 12;
      const items = names.map(
        (name) =>
          `<figure><img src="${name}" width="${size}"><figcaption>${name.slice(0, -ending.length)}</figcaption></figure>`,
      );
      await page.setViewportSize({ width: 1800, height: 900 });
      // A file's page may show the files beside it.
      await page.goto(pathToFileURL(folder).href);
      await page.setContent(
        `<style>body{margin:6px;background:#888;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:12px}
         figure{margin:0}img{display:block}</style>${items.join('')}`,
        { waitUntil: 'networkidle' },
      );
      await page.screenshot({ path: `${folder}sheet${ending}`, fullPage: true });
    });
  }
}
