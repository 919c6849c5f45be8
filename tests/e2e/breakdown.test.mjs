// A panic in one map: its reason is told, the reader can try again, and what else runs in the same module goes on.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { clickCountry, drawn, give, heard, listen, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8'));
const square = (properties = {}) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { iso_a3: 'KAZ', name: 'Kazakhstan', ...properties },
      geometry: { type: 'Polygon', coordinates: [[[50, 40], [80, 40], [80, 50], [50, 50], [50, 40]]] },
    },
  ],
});
const { lines, areas, ...plain } = small;

const REASON = /asked to, with 16384 bytes in use \(src\/web\/panic\.rs:\d+\)$/;
// What the module's stack, 1 MB, has no room for, with 16 kB each.
const MORE_THAN_THE_STACK = 80;

/** Runs before every other script: `modules` are what was started, the page's first, and what is named in `broken` panics. */
function watchModules() {
  const { instantiateStreaming } = WebAssembly;
  globalThis.broken = new Set();
  globalThis.modules = [];
  WebAssembly.instantiateStreaming = async (...source) => {
    const { module, instance } = await instantiateStreaming(...source);
    const own = (name, value) => (...values) => (broken.has(name) ? instance.exports.panic() : value(...values));
    const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, value]) => [name, typeof value === 'function' ? own(name, value) : value]));
    modules.push(exports);
    return { module, instance: { exports } };
  };
  // In the middle of what is asked of a map, as only what it asks back can be.
  globalThis.breakText = (whose) => {
    const { measureText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.measureText = function (text) {
      if (whose.shadowRoot.contains(this.canvas)) modules[0].panic();
      return measureText.call(this, text);
    };
    globalThis.mendText = () => (CanvasRenderingContext2D.prototype.measureText = measureText);
  };
}

let site, page, problems, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(() => closePage());

async function open(body) {
  const options = withPage(body);
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...options,
    reducedMotion: 'reduce',
    prepare: async (page) => {
      await page.addInitScript(watchModules);
      await options.prepare(page);
    },
  }));
}

/** Lets the panel's button be pressed with the mouse. */
const tryAgain = (map) => map.getByRole('button', { name: 'Try again' }).click();

test('a map that panics says why and comes back by its button; the other map goes on', async (t) => {
  await open('<khorgos-map id="first"><img slot="poster" src="assets/pictures/kazakhstan.png" alt="The map"></khorgos-map><khorgos-map id="second"></khorgos-map>');
  const [first, second] = [await drawn(page, '#first'), await drawn(page, '#second')];
  await give(first, 'map', square());
  assert.deepEqual(await give(first, 'brief', plain), []);
  await second.evaluate((element) => {
    element.zoomBy(1.7);
    element.select('trade-china');
  });
  await settled(second);
  const seen = async () => [await picture(second), await panelOf(second), await second.evaluate((element) => element.project(67, 48))];
  const before = await seen();

  await listen(first, 'khorgos-error');
  await listen(second, 'khorgos-error', 'khorgos-select');
  const times = await page.evaluate(async () => {
    const [first, second] = document.querySelectorAll('khorgos-map');
    const since = performance.now();
    const told = new Promise((resolve) => first.addEventListener('khorgos-error', () => resolve(performance.now() - since), { once: true }));
    breakText(first);
    first.theme = 'dark';
    first.lang = 'de';
    await first.ready.catch(() => {});
    second.panBy(1, 0);
    second.panBy(-1, 0);
    await second.settled;
    return [await told, performance.now() - since].map(Math.round);
  });
  t.diagnostic(`told after ${times[0]} ms, the other map drawn anew after ${times[1]} ms`);
  await first.getByRole('alert').waitFor();
  const [fault] = await heard(first, 'khorgos-error');
  assert.equal(fault.source, 'engine');
  assert.match(fault.message, REASON);
  assert.match(await first.getByRole('alert').textContent(), /asked to, with 16384 bytes in use/);
  assert.ok(await first.getByRole('img', { name: 'The map' }).isVisible());
  assert.equal(await first.locator('canvas').first().evaluate(({ width }) => width), 0, 'nothing hides the poster');
  await first.scrollIntoViewIfNeeded();
  await photograph(page, 'wide-breakdown');
  assert.deepEqual(await seen(), before);

  const reasons = await first.evaluate(async (element, times) => {
    const reasons = [];
    for (let time = 0; time < times; time++) {
      element.shadowRoot.querySelector('.problems button').click();
      await element.ready.catch((cause) => reasons.push(cause.message));
    }
    return reasons;
  }, 200);
  assert.equal(reasons.length, 200);
  for (const reason of reasons) assert.match(reason, REASON);
  assert.deepEqual(await seen(), before);

  await page.evaluate(() => mendText());
  await tryAgain(first);
  await drawn(page, '#first');
  assert.equal(await first.getByRole('alert').count(), 0);
  assert.equal(await first.getByRole('img', { name: 'The map' }).isVisible(), false);
  assert.equal(await first.locator('.title h2').textContent(), 'Two neighbours');
  assert.equal(await first.evaluate((element) => element.select('KAZ')), true);

  await second.scrollIntoViewIfNeeded();
  await clickCountry(page, second, 'KAZ');
  assert.equal((await panelOf(second)).title, 'Kazakhstan');
  assert.deepEqual(await heard(second, 'khorgos-error'), []);
  assert.deepEqual(problems, []);
});

test('a picture whose making panics fails with the reason, and the next one is made', async () => {
  await open('<khorgos-map></khorgos-map>');
  const map = await drawn(page);
  await give(map, 'map', square());
  assert.deepEqual(await give(map, 'brief', plain), []);
  const reasons = await map.evaluate(async (element, times) => {
    await element.toCSV();
    broken.add('widget_svg');
    const reasons = [];
    for (let time = 0; time < times; time++) await element.toSVG().catch((cause) => reasons.push(cause.message));
    broken.clear();
    return reasons;
  }, MORE_THAN_THE_STACK);
  assert.equal(reasons.length, MORE_THAN_THE_STACK);
  for (const reason of reasons) assert.match(reason, REASON);
  assert.match(await map.evaluate((element) => element.toSVG()), /<svg/);
  assert.equal(await map.evaluate((element) => element.select('KAZ')), true, 'the map itself has stayed');
  assert.deepEqual(problems, []);
});

test('a map whose reading panics is told of, and the next one is read', async () => {
  await open('<khorgos-map worker="off"></khorgos-map>');
  const map = await drawn(page);
  const reasons = await map.evaluate(async (element, [map, times]) => {
    broken.add('mapreader_step');
    const reasons = [];
    for (let time = 0; time < times; time++) {
      element.map = structuredClone(map);
      await element.ready.catch(({ faults }) => reasons.push(...faults.map(({ source, message }) => `${source} ${message}`)));
    }
    broken.clear();
    return reasons;
  }, [square(), MORE_THAN_THE_STACK]);
  assert.equal(reasons.length, MORE_THAN_THE_STACK);
  for (const reason of reasons) assert.match(reason, /^map could not be read: asked to/);
  assert.equal(await map.evaluate((element) => element.select('almaty')), true, 'the last good map stays');
  await tryAgain(map);
  await give(map, 'brief', plain);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  assert.deepEqual(problems, []);
});

test('a worker that panics says so, and nobody waits for it', async () => {
  await open('<khorgos-map></khorgos-map>');
  const map = await drawn(page);
  await page.route('**/khorgos_reader.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()};(${watchModules})();broken.add('mapreader_step');` });
  });
  const [fault] = await give(map, 'map', square({ note: 'x'.repeat(300_000) }));
  assert.equal(fault.source, 'map');
  assert.match(fault.message, /^could not be read: asked to/);
  assert.equal(await map.getByRole('progressbar').count(), 0);
  assert.deepEqual(problems, []);
});
