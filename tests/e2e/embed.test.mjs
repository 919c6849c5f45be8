// The element on other people's pages: two of them, moved, removed, with a poster, driven by properties.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { clickCountry, drawn, give, heard, listen, panelOf, picture, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8'));

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

test('two maps on one page share the module and nothing else', async () => {
  let modules = 0;
  const { page, problems, close } = await site.open('two.html', {
    prepare: (page) => page.on('request', (request) => (modules += request.url().endsWith('.wasm') ? 1 : 0)),
  });
  const [first, second] = [await drawn(page, '#first'), await drawn(page, '#second')];
  assert.equal(modules, 1);
  assert.equal(await picture(first), await picture(second));

  const before = await picture(second);
  await first.evaluate((element) => element.zoomBy(2));
  await settled(first);
  assert.notEqual(await picture(first), before);
  await clickCountry(page, first, 'KAZ');
  assert.equal((await panelOf(first)).title, 'Kazakhstan');
  assert.equal(await panelOf(second), undefined);
  await settled(second);
  assert.equal(await picture(second), before);

  assert.deepEqual(await give(second, 'brief', small), []);
  assert.equal(await second.locator('.title h2').textContent(), 'Two neighbours');
  assert.match(await first.locator('.title h2').textContent(), /Kazakhstan/);

  await second.evaluate((element) => element.remove());
  await first.evaluate((element) => element.zoomBy(0.5));
  await settled(first);
  assert.deepEqual(problems, []);
  await close();
});

test('by itself it is as wide as its place and 8 to 5', async () => {
  const { page, problems, close } = await site.open('made-up.html', withPage('<khorgos-map></khorgos-map>'));
  const map = await drawn(page);
  const { width, height } = await map.boundingBox();
  assert.ok(Math.abs(width / height - 1.6) < 0.01, `${width} × ${height}`);
  assert.deepEqual(problems, []);
  await close();
});

test('the poster is shown until the map is ready', async () => {
  const { page, problems, close } = await site.open('made-up.html', withPage('<khorgos-map><img slot="poster" src="icon.svg" alt=""></khorgos-map>'));
  await page.locator('img').evaluate((image) => image.decode());
  const map = await drawn(page);
  assert.equal(await map.locator('img').isVisible(), false);
  assert.deepEqual(problems, []);
  await close();
});

test('the poster stays where the module cannot be had', async () => {
  const { page, close } = await site.open('made-up.html', {
    ...withPage('<khorgos-map><img slot="poster" src="icon.svg" alt=""></khorgos-map>'),
    prepare: async (page) => {
      await withPage('<khorgos-map><img slot="poster" src="icon.svg" alt=""></khorgos-map>').prepare(page);
      await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    },
  });
  const map = page.locator('khorgos-map');
  const faults = await map.evaluate(async (element) => {
    await customElements.whenDefined('khorgos-map');
    return element.ready.catch((error) => error.faults.map(({ source }) => source));
  });
  assert.deepEqual(faults, ['engine']);
  assert.ok(await map.locator('img').isVisible());
  assert.match(await map.getByRole('alert').textContent(), /could not be started/);
  await close();
});

test('a moved element keeps its map; a removed one starts anew', async () => {
  const { page, problems, close } = await site.open('two.html');
  const map = await drawn(page, '#first');
  await map.evaluate((element) => element.zoomBy(2));
  await settled(map);
  const zoomed = await picture(map);
  await listen(map, 'khorgos-ready');
  await map.evaluate((element) => element.parentElement.append(element));
  await settled(map);
  assert.equal(await picture(map), zoomed);
  assert.deepEqual(await heard(map, 'khorgos-ready'), []);

  const again = await map.evaluate(async (element) => {
    const home = element.parentElement;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const gone = element.pick(300, 200);
    home.append(element);
    await element.ready;
    return { gone, ready: element.heard['khorgos-ready'].length };
  });
  assert.deepEqual(again, { gone: null, ready: 1 });
  await settled(map);
  assert.notEqual(await picture(map), zoomed);
  assert.deepEqual(problems, []);
  await close();
});

test('properties set before the script has run count', async () => {
  const { page, problems, close } = await site.open('made-up.html', {
    viewport: { width: 800, height: 600 },
    prepare: async (page) => {
      await page.route('**/made-up.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="icon.svg"><khorgos-map></khorgos-map>' }),
      );
    },
  });
  await page.locator('khorgos-map').evaluate(async (element, brief) => {
    element.brief = brief;
    await import('./khorgos.js');
  }, small);
  const map = await drawn(page);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  assert.deepEqual(problems, []);
  await close();
});

test('a later brief wins over an earlier one that is still on its way', async () => {
  let answerSlow;
  const { page, close } = await site.open('', {
    prepare: async (page) => {
      await page.route('**/slow.json', (route) => {
        answerSlow = () => route.fulfill({ json: { ...small, meta: { ...small.meta, title: 'The slow one' } } }).catch(() => {});
      });
      await page.route('**/quick.json', (route) => route.fulfill({ json: small }));
    },
  });
  const map = await drawn(page);
  const asked = page.waitForRequest('**/slow.json');
  await map.evaluate((element) => {
    element.brief = 'slow.json';
    window.slow = element.ready;
  });
  await asked;
  assert.deepEqual(await give(map, 'brief', 'quick.json'), []);
  await answerSlow();
  await page.evaluate(() => window.slow);
  await settled(map);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  assert.equal(await map.getAttribute('brief'), 'quick.json');
  await map.evaluate((element) => (element.brief = null));
  await drawn(page);
  assert.match(await map.locator('.title h2').textContent(), /Kazakhstan/);
  await close();
});

test('select and pick by script', async () => {
  const { page, problems, close } = await site.open('two.html');
  const map = await drawn(page, '#first');
  await listen(map, 'khorgos-select');
  assert.equal(await map.evaluate((element) => element.select('no-such-thing')), false);
  assert.equal(await map.evaluate((element) => element.select('trade-china')), true);
  assert.equal(await map.evaluate((element) => element.select({ kind: 'place', id: 'almaty' })), true);
  assert.equal((await panelOf(map)).title, 'Almaty');
  await map.evaluate((element) => element.select(null));
  assert.equal(await panelOf(map), undefined);
  assert.deepEqual(await heard(map, 'khorgos-select'), [{ kind: 'flow', id: 'trade-china' }, { kind: 'place', id: 'almaty' }, null]);
  await settled(map);
  const picked = await map.evaluate((element) => element.pick(...element.project(54.6, 42.6)));
  assert.deepEqual(picked, { kind: 'country', id: 'KAZ' });
  assert.deepEqual(problems, []);
  await close();
});
