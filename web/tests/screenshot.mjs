// Pictures of the page, to look at: node tests/screenshot.mjs http://127.0.0.1:4566 out/dir
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withBrowser } from './browser.mjs';

const [server = 'http://127.0.0.1:4566', directory = '.', prefix = 'console'] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });

const shots = [
  ['light', 'light', { width: 1440, height: 1000 }],
  ['dark', 'dark', { width: 1440, height: 1000 }],
  ['phone', 'light', { width: 390, height: 844 }],
];
for (const [name, colorScheme, viewport] of shots) {
  await withBrowser({ colorScheme, viewport, deviceScaleFactor: 1 }, async (context) => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
    page.on('pageerror', (error) => console.error('page:', error.message));
    await page.goto(`${server}/_console/`);
    await page.waitForSelector('#streams-title');
    await page.waitForTimeout(2500);
    const path = join(directory, `${prefix}-${name}.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  });
}
