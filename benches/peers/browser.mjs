import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function launch() {
  const executablePath = process.env.CHROME ?? BROWSERS.find(existsSync);
  if (!executablePath) throw new Error('no Chromium: run `make setup`, or set CHROME');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A fresh page at `address` of a browser, with the bench's own scripts before all others. What goes wrong on it is added to `problems`. */
export async function openPage(browser, address, size, problems) {
  const context = await browser.newContext({ viewport: { width: size.width_px, height: size.height_px } });
  const page = await context.newPage();
  for (const name of ['pump.js', 'memory.js']) {
    const content = await readFile(path.join(import.meta.dirname, 'page', name), 'utf8');
    await page.addInitScript({ content: `{${content}}` });
  }
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.stage);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session, close: () => context.close() };
}
