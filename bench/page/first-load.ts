import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';

export interface FirstLoad {
  /** kB (1000 bytes), gzipped. */
  readonly js: number;
  readonly css: number;
  /** Fonts inside style sheets, where they would delay the first paint. */
  readonly inlineFonts: number;
}

/** What an empty cache asks for, for the first view of event history, until the rows stand; what is around them comes after. */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const bodies: Promise<{ url: string; kind: string; body: Buffer }>[] = [];
  page.on('response', (response) => {
    const asked = response.url();
    const kind = /\.(js|css)$/.exec(new URL(asked).pathname)?.[1];
    if (kind !== undefined)
      bodies.push(response.body().then((body) => ({ url: asked, kind, body })));
  });
  await page.addInitScript(markRows);
  await page.goto(`${url}/events`);
  await page.getByRole('link', { name: 'GroupResources' }).first().waitFor();
  const first = await page.evaluate(askedBeforeRows);
  page.removeAllListeners('response');
  const files = (await Promise.all(bodies)).filter((file) => first.includes(file.url));
  await context.close();
  const kB = (kind: string): number =>
    files
      .filter((file) => file.kind === kind)
      .reduce((sum, { body }) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000;
  const inlineFonts = files.filter(({ body }) => body.includes('data:font/')).length;
  return { js: kB('js'), css: kB('css'), inlineFonts };
}

/** In the page: the moment when the rows stand, told by the page and not by who looks at it, however busy the machine. */
function markRows(): void {
  const observer = new MutationObserver(() => {
    if (![...document.links].some((link) => link.textContent === 'GroupResources')) return;
    performance.mark('rows');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** In the page. */
function askedBeforeRows(): string[] {
  const rows = performance.getEntriesByName('rows')[0]?.startTime ?? 0;
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < rows)
    .map(({ name }) => name);
}
