// The map in one file, opened from a disk: nothing is asked of anybody.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { clickCountry, colours, drawn, give, panelOf, settled } from './element.mjs';
import { launch, picture, start } from './harness.mjs';

const fixture = async (name) => JSON.parse(await readFile(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Everything that the element can do, those things among them that are loaded when they are asked for. */
async function isWhole(page, map) {
  assert.ok((await colours(map)) > 50);
  await clickCountry(page, map, 'KAZ');
  assert.equal((await panelOf(map)).title, 'Kazakhstan');
  await map.getByRole('button', { name: 'Search', exact: true }).click();
  await map.getByRole('combobox').fill('Қорғас');
  await map.locator('.option', { hasText: 'Khorgos' }).first().waitFor();
  await page.keyboard.press('Escape');
  assert.match(await map.evaluate((element) => element.toSVG()), /^<svg /);
  await map.evaluate(async (element) => {
    element.lang = 'ru';
    await element.ready;
  });
  await settled(map);
  assert.equal((await panelOf(map)).title, 'Казахстан');
  // A map of the page's own, which another module reads.
  assert.deepEqual(await give(map, 'brief', await fixture('briefs/good_small')), []);
  assert.deepEqual(await give(map, 'map', await fixture('maps/small.topo')), []);
  assert.ok((await colours(map)) > 5);
}

test('khorgos.single.html works from a disk, without a network', async () => {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce', offline: true });
  const page = await context.newPage();
  const [asked, problems] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  const address = pathToFileURL(path.join(DIST, 'khorgos.single.html')).href;
  await page.goto(address);
  const map = await drawn(page);
  await picture(page, 'single');
  await isWhole(page, map);
  assert.deepEqual(asked.filter((url) => !/^(data|blob):/.test(url)), [address]);
  assert.deepEqual(problems, []);
  await browser.close();
});

test('khorgos.single.js is a script like khorgos.js, alone', async () => {
  const site = await start({ csp: true });
  const { page, problems, close } = await site.open('made-up.html', {
    viewport: { width: 1200, height: 750 },
    reducedMotion: 'reduce',
    prepare: (page) =>
      page.route('**/made-up.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><script type="module" src="khorgos.single.js"></script><body class="full"><khorgos-map></khorgos-map>' }),
      ),
  });
  const asked = [];
  page.on('request', (request) => request.url().endsWith('icon.svg') || asked.push(request.url()));
  await isWhole(page, await drawn(page));
  assert.deepEqual(asked, []);
  assert.deepEqual(problems, []);
  await close();
  await site.close();
});
