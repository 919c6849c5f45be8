// Legend, scale bar, north and graticule on the page: what the picture is read by follows what it shows.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { approach, drawn, heard, listen, picture, settled } from './element.mjs';
import { start } from './harness.mjs';

const AKTAU = [51.2, 43.6];
let site;
let page;
let map;
let problems;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
beforeEach(async () => {
  await page?.context().close();
  ({ page, problems } = await site.open());
  map = await drawn(page);
});

const legend = () => map.locator('.legend li').allTextContents();
const scale = () => map.locator('.gauge .scale [aria-hidden]').first().textContent();

test('the legend names what is in the view, and nothing else', async () => {
  const first = await legend();
  assert.ok(first.includes('Dry port') && first.includes('Port'), first.join('\n'));
  await approach(map, AKTAU, 12);
  const near = await legend();
  assert.ok(near.includes('Port') && near.includes('Sea route (schematic)'), near.join('\n'));
  assert.ok(!near.includes('Dry port') && !near.includes('China'), near.join('\n'));
  await map.evaluate((element) => element.zoomBy(1 / 100));
  await map.locator('canvas').press('0');
  await settled(map);
  assert.deepEqual(await legend(), first);
  assert.deepEqual(problems, []);
});

test('its nodes stay while it stays the same', async () => {
  await map.evaluate((element) => (element.firstRow = element.shadowRoot.querySelector('.legend li')));
  await map.evaluate((element) => element.panBy(8, 0));
  await settled(map);
  assert.ok(await map.evaluate((element) => element.firstRow.isConnected));
});

test('signs are those of the engine: paths with colours, and no styles', async () => {
  const swatches = await map.locator('.legend .swatch').evaluateAll((all) =>
    all.map((swatch) => ({ paths: swatch.querySelectorAll('path[d]').length, others: swatch.querySelectorAll(':not(path), [style]').length })),
  );
  assert.ok(swatches.length > 10);
  for (const { paths, others } of swatches) assert.ok(paths > 0 && others === 0);
});

test('the scale bar is true in the middle of the map, and follows the zoom', async () => {
  assert.equal(await scale(), '500\u00a0km');
  const truth = await map.evaluate((element) => {
    // The bar's length on the ground, by where two positions on the middle parallel are on the screen.
    const degrees = 10;
    const [[x0, y0], [x1, y1]] = [element.project(71 - degrees / 2, 46), element.project(71 + degrees / 2, 46)];
    const km = 2 * 6371 * Math.asin(Math.cos((46 * Math.PI) / 180) * Math.sin((degrees / 2) * (Math.PI / 180)));
    const bar = element.shadowRoot.querySelector('.gauge .scale svg').getBoundingClientRect().width - 1.4;
    return (bar * km) / Math.hypot(x1 - x0, y1 - y0);
  });
  assert.ok(Math.abs(truth - 500) < 10, `${truth} km`);
  await map.evaluate((element) => element.zoomBy(20));
  await settled(map);
  assert.match(await scale(), /^(20|10)\u00a0km$/);
});

test('an arrow to the north stands where north is not up', async () => {
  const north = map.locator('.gauge .north');
  assert.equal(await north.locator('[aria-hidden]').first().textContent(), 'N');
  await map.evaluate((element) => (element.projection = 'mercator'));
  await settled(map);
  assert.equal(await north.textContent(), '');
  assert.equal(await north.isVisible(), false);
});

test('the graticule comes and goes with its attribute', async () => {
  await listen(map, 'khorgos-error');
  const without = await picture(map);
  await map.evaluate((element) => element.setAttribute('graticule', ''));
  await settled(map);
  const lines = await picture(map);
  assert.notEqual(lines, without);
  assert.equal(await map.evaluate((element) => element.graticule), '');
  await map.evaluate((element) => (element.graticule = 'none'));
  await settled(map);
  assert.equal(await picture(map), without);
  await map.evaluate((element) => (element.graticule = null));
  await settled(map);
  assert.equal(await picture(map), without);
  assert.equal(await map.evaluate((element) => element.hasAttribute('graticule')), false);
  assert.deepEqual(await heard(map, 'khorgos-error'), []);
  assert.deepEqual(problems, []);
});

test('the map can be pressed beside the scale bar and through it', async () => {
  const pressed = await map.evaluate((element) => {
    const gauge = element.shadowRoot.querySelector('.gauge').getBoundingClientRect();
    const at = (x, y) => element.shadowRoot.elementFromPoint(x, y).localName;
    const middle = gauge.top + gauge.height / 2;
    return [at(gauge.left + gauge.width / 2, middle), at(gauge.left - 40, middle)];
  });
  assert.deepEqual(pressed, ['canvas', 'canvas']);
});
