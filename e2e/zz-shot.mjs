import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
const server = spawn('node', ['apps/server/dist/main.js', '--port', '0', '--no-open'].slice(0,3), { stdio: ['ignore','pipe','pipe'] });
const url = await new Promise((r) => { let t=''; const f=(d)=>{ t+=d; const m=/http:\/\/[^\s\x1b]+/.exec(t); if(m) r(m[0]); }; server.stdout.on('data', f); server.stderr.on('data', f); });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
for (const colorScheme of ['light', 'dark']) {
  const page = await (await browser.newContext({ colorScheme, locale: 'en-US', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(url);
  await page.getByRole('grid', { name: 'Events' }).waitFor();
  await page.waitForTimeout(2500);
  if (process.argv[2] !== 'views') {
  await page.keyboard.press('?');
  await page.waitForTimeout(900);
  await page.screenshot({ path: `/tmp/views-shots/sheet-${colorScheme}.png` });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/views-shots/palette-${colorScheme}.png` });
  await page.keyboard.type('last');
  await page.waitForTimeout(300);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/views-shots/palette-narrow-${colorScheme}.png` });
  } else {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('save view');
    await page.waitForTimeout(700);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(900);
    await page.screenshot({ path: `/tmp/views-shots/save-${colorScheme}.png` });
    await page.getByRole('textbox', { name: 'Name' }).fill(colorScheme === 'light' ? 'Writes of the last 90 days' : 'Denied calls');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/views-shots/tabs-${colorScheme}.png` });
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/views-shots/tabs-narrow-${colorScheme}.png` });
  }
}
} finally { await browser.close(); server.kill(); }
