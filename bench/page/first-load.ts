import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';

export interface FirstLoad {
  /** kB (1000 bytes), gzipped. */
  readonly js: number;
  readonly css: number;
  /** Fonts inside style sheets, where they would delay the first paint. */
  readonly inlineFonts: number;
}

/** What an empty cache loads for the first view of event history until the rows stand; what is around them comes after. */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const bodies: Promise<{ kind: string; body: Buffer }>[] = [];
  page.on('response', (response) => {
    const kind = /\.(js|css)$/.exec(new URL(response.url()).pathname)?.[1];
    if (kind !== undefined) bodies.push(response.body().then((body) => ({ kind, body })));
  });
  await page.goto(`${url}/events`);
  await page.getByRole('link', { name: 'GroupResources' }).first().waitFor();
  page.removeAllListeners('response');
  const files = await Promise.all(bodies);
  await context.close();
  const kB = (kind: string): number =>
    files
      .filter((file) => file.kind === kind)
      .reduce((sum, { body }) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000;
  const inlineFonts = files.filter(({ body }) => body.includes('data:font/')).length;
  return { js: kB('js'), css: kB('css'), inlineFonts };
}
