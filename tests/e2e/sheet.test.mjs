// On a phone the panel is a sheet from below, with three heights.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { drawn, openGround, panelOf, settled, where } from './element.mjs';
import { start } from './harness.mjs';


let site, page, problems, map, closePage, devtools;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
beforeEach(async () => {
  ({ page, problems, close: closePage } = await site.open('', {
    viewport: { width: 390, height: 700 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  }));
  map = await drawn(page);
  devtools = await page.context().newCDPSession(page);
  const { x, y } = await openGround(map, 'KAZ');
  await page.touchscreen.tap(x, y);
  await map.locator('.panel.open').waitFor();
  await settled(map);
});
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
const top = async () => (await map.locator('.panel').boundingBox()).y;
const handle = () => map.locator('.handle');

/** Drags the handle by `by` px with a finger. */
async function drag(by) {
  const box = await handle().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch('touchStart', [x, y]);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', [x, y + by * share]);
  await touch('touchEnd');
}

test('a tap opens it at half height, without a tooltip, and the map keeps clear of it', async () => {
  assert.equal((await panelOf(map)).title, 'Kazakhstan');
  assert.equal(await top(), 350);
  assert.equal(await map.locator('.tooltip').isVisible(), false);
  const { y } = await where(map, [68, 48]);
  assert.ok(y > 40 && y < 350, `Kazakhstan is at ${y}`);
});

test('a tap where its handle comes to be is no tap on the handle', async () => {
  await map.evaluate((element) => element.select(null));
  await map.locator('.panel').waitFor({ state: 'hidden' });
  await settled(map);
  const under = await map.evaluate((element) => {
    // A finger means small things that are near, too.
    const near = [-12, 0, 12];
    const isOpen = (x, y) => near.every((dx) => near.every((dy) => element.pick(x + dx, y + dy)?.kind === 'country'));
    for (let y = 353; y < 379; y += 3) for (let x = 6; x < 310; x += 3) if (isOpen(x, y)) return [x, y]; // beside the buttons
  });
  await page.touchscreen.tap(...under);
  await map.locator('.panel').waitFor();
  await settled(map);
  assert.equal(await map.locator('.panel').getAttribute('data-height'), 'half');
});

test('its handle steps through the heights', async () => {
  await handle().tap();
  const full = await top();
  assert.ok(full < 60, `full: ${full}`);
  await handle().tap();
  const peek = await top();
  assert.ok(peek > 500 && peek < 600, `peek: ${peek}`);
  await handle().tap();
  assert.equal(await top(), 350);
});

test('its handle drags it up, down and away', async () => {
  await drag(-220);
  assert.ok((await top()) < 60);
  await drag(300);
  assert.equal(await top(), 350);
  await drag(180);
  assert.ok((await top()) > 500);
  await drag(130);
  assert.equal(await panelOf(map), undefined);
});

test('everything to press is 44 px', async () => {
  await map.locator('.panel').getByRole('button', { name: 'Close' }).tap();
  for (const name of ['Zoom in', 'Zoom out', 'Show the whole map', 'Legend', 'Layers', 'About this map']) {
    const { width, height } = await map.getByRole('button', { name }).boundingBox();
    assert.ok(width >= 44 && height >= 44, `${name}: ${width} × ${height}`);
  }
});
