// The element in boxes of every size, at every scale of the screen and inside scaled pages: what is drawn is the whole map, where it
// belongs, and a click meets what is seen.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { drawn, framesShown, panelOf, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

// Of these the colour of the ground is looked at: the Caspian Sea, and three countries.
const GROUNDS = { sea: [51, 42], KAZ: [68, 48.5], MNG: [103, 46.5], IRN: [55.5, 33] };

let site, page, problems, closePage, map, devtools, plain;
before(async () => {
  site = await start({ csp: true });
  await open();
  plain = await grounds();
  assert.notEqual(plain.sea, plain.KAZ);
  await closePage();
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

async function open(options) {
  const body = '<div id="around"><khorgos-map></khorgos-map></div>';
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(body, { reducedMotion: 'reduce', ...options })));
  map = await drawn(page);
  devtools = await page.context().newCDPSession(page);
}

/** The commonest colour of the canvas around each position, where the map has that position. Nothing for what is out of sight. */
const grounds = () =>
  map.evaluate((element, positions) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const ratio = canvas.width / element.clientWidth;
    const side = Math.max(Math.round(30 * ratio), 4);
    const colour = ([longitude, latitude]) => {
      const [x, y] = [...element.project(longitude, latitude)].map((px) => Math.round(px * ratio - side / 2));
      if (x < 0 || y < 0 || x + side > canvas.width || y + side > canvas.height) return undefined;
      const data = new Uint32Array(canvas.getContext('2d').getImageData(x, y, side, side).data.buffer);
      const counts = new Map();
      for (const pixel of data) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      return [...counts].sort(([, a], [, b]) => b - a)[0][0];
    };
    return Object.fromEntries(Object.entries(positions).map(([name, at]) => [name, colour(at)]));
  }, GROUNDS);

/** The canvas's pixels, and those of its pixels that nothing is drawn on, counted on a grid. */
const canvasOf = () =>
  map.evaluate((element) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    let blank = 0;
    for (const x of [0, 0.25, 0.5, 0.75, 1]) {
      for (const y of [0, 0.5, 1]) blank += context.getImageData(Math.round(x * (width - 2)), Math.round(y * (height - 2)), 1, 1).data[3] === 255 ? 0 : 1;
    }
    return { width, height, blank };
  });

/** Style properties of the element or of what is around it; resolves when the map has followed. */
async function style(selector, properties) {
  await page.evaluate(
    ([selector, properties]) => {
      const node = document.querySelector(selector);
      for (const [name, value] of Object.entries(properties)) node.style.setProperty(name, value);
    },
    [selector, properties],
  );
  await framesShown(page);
  await settled(map);
}

async function isWhole(expected) {
  const { width, height, blank } = await canvasOf();
  if (expected) assert.deepEqual([width, height], expected);
  assert.equal(blank, 0);
  assert.deepEqual(await grounds(), plain);
}

test('display: none and back', async () => {
  await open();
  await map.evaluate((element) => element.select('KAZ'));
  await style('khorgos-map', { display: 'none' });
  await map.evaluate((element) => element.select('MNG'));
  await style('khorgos-map', { display: 'block' });
  assert.equal((await panelOf(map)).title, 'Mongolia');
  await map.evaluate((element) => element.select(null));
  await settled(map);
  await isWhole([1200, 750]);
});

test('0 × 0 and back', async () => {
  await open();
  const nothing = { 'inline-size': '0', 'block-size': '0', 'min-block-size': '0', 'aspect-ratio': 'auto' };
  await style('khorgos-map', nothing);
  await style('khorgos-map', { 'inline-size': '1200px', 'block-size': '750px' });
  await isWhole([1200, 750]);
});

test('0 × 0 from the start', async () => {
  const body = '<div id="around"><khorgos-map loading="eager"></khorgos-map></div>';
  const made = withPage(body, { reducedMotion: 'reduce' });
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.route('**/page.css', (route) => route.fulfill({ contentType: 'text/css', body: '#around { display: none }' }));
      await made.prepare(page);
    },
  }));
  map = await drawn(page);
  await style('#around', { display: 'block', 'inline-size': '1200px' });
  await isWhole([1200, 750]);
});

test('20,000 px wide: fewer pixels for each CSS px rather than nothing drawn', async () => {
  await open();
  await style('#around', { 'inline-size': '20000px' });
  await style('khorgos-map', { 'block-size': '750px', 'aspect-ratio': 'auto' });
  const { width, height, blank } = await canvasOf();
  assert.deepEqual([width, height, blank], [16_384, 614, 0]);
  const { KAZ, sea } = await grounds();
  assert.deepEqual({ KAZ, sea }, { KAZ: plain.KAZ, sea: plain.sea });
  await map.evaluate((element) => element.panBy(40, 0));
  await settled(map);
  assert.equal((await canvasOf()).blank, 0);
});

test('9,000 × 9,000 px on a fine screen: as many pixels as a canvas has everywhere', async () => {
  await open({ deviceScaleFactor: 2 });
  await style('#around', { 'inline-size': '9000px' });
  await style('khorgos-map', { 'block-size': '9000px', 'aspect-ratio': 'auto' });
  const { width, height, blank } = await canvasOf();
  assert.ok(width === height && width > 8000 && width * height <= 2 ** 26, `${width} × ${height}`);
  assert.equal(blank, 0);
  assert.equal((await grounds()).KAZ, plain.KAZ);
});

test('every ratio of the screen’s pixels, from 0.5 to 4, as it changes', async () => {
  await open();
  for (const ratio of [0.5, 2, 1.25, 4, 3, 0.75, 1]) {
    // A window of another height, as Chromium tells no page of a ratio alone that is emulated. The map's box stays as it is.
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1200, height: 750 + 40 * ratio, deviceScaleFactor: ratio, mobile: false });
    await page.waitForFunction((ratio) => document.querySelector('khorgos-map').shadowRoot.querySelector('canvas').width === 1200 * ratio, ratio);
    await settled(map);
    await isWhole([1200 * ratio, Math.round(750 * ratio)]);
  }
});

const SCALES = {
  'zoom: 1.5': { zoom: '1.5' },
  'zoom: 0.5': { zoom: '0.5' },
  'transform: scale(0.6)': { transform: 'scale(0.6)', 'transform-origin': '0 0' },
  'transform: scale(1.3)': { transform: 'scale(1.3)', 'transform-origin': '0 0' },
};
for (const [name, properties] of Object.entries(SCALES)) {
  test(`${name} around it: a click meets what is seen`, async () => {
    await open();
    await style('#around', { 'inline-size': '700px' });
    await style('#around', properties);
    const scale = await map.evaluate((element) => element.getBoundingClientRect().width / element.clientWidth);
    assert.notEqual(scale, 1);
    const { width, blank } = await canvasOf();
    assert.equal(width, 'zoom' in properties ? 700 * scale : 700, 'a page that is zoomed has more pixels');
    assert.equal(blank, 0);
    const { x, y } = await openGroundScaled('KAZ', scale);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await settled(map);
    assert.equal((await panelOf(map)).title, 'Kazakhstan');

    // What is turned by the wheel stays under the pointer.
    await page.keyboard.press('Escape');
    await map.evaluate((element) => element.zoomBy(1.2));
    await settled(map);
    const ends = () => map.evaluate((element) => [element.project(68, 48), element.project(90, 40)].map((at) => [...at]));
    const before = await ends();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await settled(map);
    const after = await ends();
    const still = [0, 1].map((axis) => {
      const factor = (after[1][axis] - after[0][axis]) / (before[1][axis] - before[0][axis]);
      return Math.round(((after[0][axis] - factor * before[0][axis]) / (1 - factor)) * scale);
    });
    assert.deepEqual(still, [x, y].map(Math.round));

    const from = await map.evaluate((element) => [...element.project(68, 48)]);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) await page.mouse.move(x + step * 6, y + step * 3);
    await page.mouse.up();
    await settled(map);
    const to = await map.evaluate((element) => [...element.project(68, 48)]);
    assert.deepEqual([0, 1].map((axis) => Math.round((to[axis] - from[axis]) * scale)), [60, 30]);
  });
}

/** A point of the page where a country is seen on a map at the page's corner that is scaled. */
const openGroundScaled = (id, scale) =>
  map.evaluate((element, [id, scale]) => {
    const { clientWidth, clientHeight } = element;
    const isOpen = (x, y) => element.pick(x, y)?.id === id && element.shadowRoot.elementFromPoint(x * scale, y * scale)?.localName === 'canvas';
    for (let y = 20; y < clientHeight; y += 8) {
      for (let x = 20; x < clientWidth; x += 8) {
        if ([-10, 0, 10].every((dx) => [-10, 0, 10].every((dy) => isOpen(x + dx, y + dy)))) return { x: x * scale, y: y * scale };
      }
    }
    throw new Error(`no open ground of ${id} is in sight`);
  }, [id, scale]);
