// What every end-to-end test needs: the built package served on a free port, a real Chromium, a record of
// everything that went wrong on the page, and pictures of it in target/pictures/.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = path.join(ROOT, 'dist');
const PICTURES = path.join(ROOT, 'target/pictures');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export function launch() {
  const executablePath = process.env.CHROME ?? BROWSERS.find(existsSync);
  if (!executablePath) throw new Error('no Chromium: run `make setup`, or set CHROME');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A server of another origin, which allows to be asked and answers as `answer(request, response)` does: `{ url, close }`. */
export async function answering(answer) {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    answer(request, response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/**
 * A server and a browser for one test file.
 * `root`: the folder to serve (dist/ by default); `csp`: as in scripts/serve.mjs.
 * Call `close()` in `after`.
 */
export async function start({ root = DIST, csp = false } = {}) {
  const server = await serve({ root, csp });
  const browser = await launch().catch(async (error) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { url: server.url, browser, open: (address, options) => open(browser, server.url, address, options), close };
}

/**
 * Opens a page in a context of its own; without an address, the one that is one map. `options` are Playwright's for a context (viewport, deviceScaleFactor,
 * hasTouch, …), and `prepare(page)`, run before the page is loaded (routes, init scripts).
 *
 * `problems` fills with one line for each console error, uncaught exception, failed request, HTTP error and
 * request to another origin; a good page leaves it empty.
 */
async function open(browser, base, address, { prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems = [];
  const { origin } = new URL(base);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`HTTP ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) problems.push(`other origin: ${url.href}`);
  });
  await prepare?.(page);
  await page.goto(new URL(address || 'map.html', base).href);
  return { page, problems, close: () => context.close() };
}

/** Options for `open('made-up.html', …)`: a page of our own at the site's address, with the script and `body`. */
export const withPage = (body, { lang = 'en', ...options } = {}) => ({
  viewport: { width: 1200, height: 750 },
  ...options,
  prepare: (page) =>
    page.route('**/made-up.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><script type="module" src="khorgos.js"></script>${body}`,
      }),
    ),
});

/** A picture of a page or of an element on it, as target/pictures/<name>.png. Returns its path. */
export async function picture(pageOrLocator, name) {
  await mkdir(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name}.png`);
  await pageOrLocator.screenshot({ path: file });
  return file;
}
