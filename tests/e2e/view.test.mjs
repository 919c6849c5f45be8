// Moving about the map, and switching its layers.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { heard, listen, openWide, panelOf, picture, settled, where } from './element.mjs';
import { start } from './harness.mjs';

const ASTANA = [71.45, 51.18];
const ALMATY = [76.91, 43.25];

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

async function open(options) {
  ({ page, problems, map, close: closePage } = await openWide(site, options));
  await listen(map, 'khorgos-viewchange');
}
beforeEach(() => open({}));
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const near = (a, b, by = 1) => Math.abs(a - b) <= by;
const reach = async () => {
  const [a, b] = [await where(map, ASTANA), await where(map, ALMATY)];
  return Math.hypot(a.x - b.x, a.y - b.y);
};

test('a drag moves the map with the pointer, and opens nothing', async () => {
  const from = await where(map, ASTANA);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + 10, { steps: 4 });
  await page.mouse.move(from.x - 120, from.y + 60, { steps: 4 });
  await page.mouse.up();
  await settled(map);
  const to = await where(map, ASTANA);
  assert.ok(near(to.x, from.x - 120, 2) && near(to.y, from.y + 60, 2), JSON.stringify({ from, to }));
  assert.equal(await panelOf(map), undefined);
  assert.ok((await heard(map, 'khorgos-viewchange')).length > 0);
});

test('the wheel zooms about the pointer, whatever unit it speaks', async () => {
  const before = await reach();
  const at = await where(map, ASTANA);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -240);
  await page.waitForFunction(([before, from, to]) => {
    const map = document.querySelector('khorgos-map');
    const [a, b] = [map.project(...from), map.project(...to)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) > before * 1.1;
  }, [before, ASTANA, ALMATY]);
  await settled(map);
  const still = await where(map, ASTANA);
  assert.ok(near(still.x, at.x) && near(still.y, at.y), 'the point under the mouse stays');

  const zoomed = await reach();
  const stopped = await map.locator('canvas').evaluate((canvas) => {
    const event = new WheelEvent('wheel', { deltaY: 3, deltaMode: WheelEvent.DOM_DELTA_LINE, clientX: 600, clientY: 300, cancelable: true, bubbles: true });
    return !canvas.dispatchEvent(event);
  });
  assert.ok(stopped, 'the page does not scroll');
  assert.ok((await reach()) < zoomed, 'lines too');
});

test('buttons and keys zoom, pan and go home', async () => {
  const home = await reach();
  await map.getByRole('button', { name: 'Zoom in' }).click();
  const nearer = await reach();
  assert.ok(nearer > home * 1.2);
  await map.getByRole('button', { name: 'Zoom out' }).click();
  assert.ok((await reach()) < nearer);
  await map.locator('canvas').focus();
  await page.keyboard.press('+');
  assert.ok((await reach()) > home * 1.2);
  const before = await where(map, ASTANA);
  await page.keyboard.press('ArrowRight');
  const after = await where(map, ASTANA);
  assert.ok(after.x < before.x - 20 && near(after.y, before.y), 'the right arrow shows what lies further right');
  await page.keyboard.press('0');
  assert.ok(near(await reach(), home));
});

test('two fingers pinch', async () => {
  await closePage();
  await open({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  const before = await reach();
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await touch('touchStart', [170, 350], [220, 350]);
  for (const apart of [40, 60, 80]) await touch('touchMove', [195 - apart, 350], [195 + apart, 350]);
  await touch('touchEnd');
  await settled(map);
  assert.ok((await reach()) > before * 1.8, `${before} → ${await reach()}`);
  assert.equal(await panelOf(map), undefined);
});

test('a layer that is switched off leaves the map and the legend, and comes back', async () => {
  const state = async () => {
    await settled(map);
    return {
      picked: await map.evaluate((element) => element.pick(...element.project(53.3833, 46.1528))),
      rows: await map.locator('.legend li').count(),
      picture: await picture(map),
    };
  };
  const before = await state();
  assert.equal(before.picked.id, 'tengiz');
  await map.getByRole('button', { name: 'Layers' }).click();
  const box = map.getByRole('checkbox', { name: 'Pipelines and fields' });
  assert.ok(await box.isChecked());
  await box.uncheck();
  const off = await state();
  assert.notEqual(off.picked?.id, 'tengiz');
  assert.ok(off.rows < before.rows);
  assert.notEqual(off.picture, before.picture);
  await box.check();
  const on = await state();
  assert.equal(on.picked.id, 'tengiz');
  assert.equal(on.rows, before.rows);
});

test('the map follows its box and the screen’s pixels', async () => {
  const size = () =>
    map.evaluate((element) => {
      const { width, height } = element.shadowRoot.querySelector('canvas');
      return [width, height];
    });
  await page.setViewportSize({ width: 900, height: 600 });
  await page.waitForFunction(() => document.querySelector('khorgos-map').shadowRoot.querySelector('canvas').width === 900);
  assert.deepEqual(await size(), [900, 600]);
  const devtools = await page.context().newCDPSession(page);
  // As when the page is zoomed: another ratio comes with another size.
  await devtools.send('Emulation.setDeviceMetricsOverride', { width: 800, height: 500, deviceScaleFactor: 2, mobile: false });
  await page.waitForFunction(() => document.querySelector('khorgos-map').shadowRoot.querySelector('canvas').width === 1600);
  assert.deepEqual(await size(), [1600, 1000]);
});
