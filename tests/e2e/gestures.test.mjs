// What a mouse, fingers and a wheel do to a map: real events, on a page that scrolls and on one that is all map.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { approach, drawn, framesAsked, framesShown, openGround, panelOf, settled, where } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const ASTANA = [71.45, 51.18];
const ALMATY = [76.91, 43.25];
const LONG = '<body class="two"><p class="before">above</p><khorgos-map></khorgos-map><p class="far">below</p>';
const GREEDY = '<body class="full"><khorgos-map gestures="greedy"></khorgos-map>';
const WIDE = { viewport: { width: 1200, height: 750 } };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

let site, page, problems, map, closePage, devtools;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

async function open(body, options) {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(body, options)));
  map = await drawn(page);
  devtools = await page.context().newCDPSession(page);
  // A page that is longer than its map, so that there is something to scroll.
  await page.locator('body > p').evaluateAll((all) => all.forEach((p) => p.style.setProperty('height', p.className === 'far' ? '1500px' : '40px')));
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
/** Drags with the mouse by 24 px in every 16 ms, whatever the machine's own pace, and lets go in the move. */
async function throwFrom([x, y]) {
  const began = Date.now() / 1000;
  const send = (type, step) =>
    devtools.send('Input.dispatchMouseEvent', { type, x: x + 24 * step, y, button: 'left', buttons: 1, clickCount: 1, timestamp: began + step * 0.016 });
  await page.mouse.move(x, y);
  await send('mousePressed', 0);
  for (let step = 1; step <= 8; step++) await send('mouseMoved', step);
  await send('mouseReleased', 8.5);
}
const reach = () => map.evaluate((element, [a, b]) => Math.hypot(element.project(...a)[0] - element.project(...b)[0], element.project(...a)[1] - element.project(...b)[1]), [ASTANA, ALMATY]);
const seat = () => map.evaluate((element, at) => [...element.project(...at)], ASTANA);
const scrolled = () => page.evaluate(() => Math.round(scrollY));
const hint = () => map.locator('.hint');
const isHinting = () => hint().evaluate((node) => node.getAnimations().some((one) => one.playState === 'running'));
const middle = async () => {
  const box = await map.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};
/** A finger's way in several moves. */
async function swipe([x, y], [dx, dy], steps = 8) {
  await touch('touchStart', [x, y]);
  for (let step = 1; step <= steps; step++) {
    await touch('touchMove', [x + (dx * step) / steps, y + (dy * step) / steps]);
    await framesShown(page);
  }
  await touch('touchEnd');
}
async function twoFingers(...moves) {
  await touch('touchStart', ...moves[0]);
  for (const points of moves.slice(1)) {
    await touch('touchMove', ...points);
    await framesShown(page);
  }
  await touch('touchEnd');
  await settled(map);
}
const tap = async ([x, y]) => {
  await touch('touchStart', [x, y]);
  await touch('touchEnd');
};

test('on a page that scrolls one finger scrolls the page, and the map says how it is moved', async () => {
  await open(LONG, PHONE);
  const before = await seat();
  await swipe(await middle(), [0, -160]);
  assert.ok((await scrolled()) > 60, `scrolled by ${await scrolled()}`);
  assert.deepEqual(await seat(), before);
  assert.equal(await hint().textContent(), 'Use two fingers to move the map');
  assert.equal(await hint().getAttribute('aria-hidden'), 'true');
  await photograph(page, 'phone-hint');
  await page.waitForFunction(() => !document.querySelector('khorgos-map').shadowRoot.querySelector('.hint').getAnimations().length);
  assert.equal(await hint().evaluate((node) => getComputedStyle(node).opacity), '0', 'it is gone by itself');
  assert.equal(await panelOf(map), undefined);
});

test('two fingers move and zoom the map there, and the page stays', async () => {
  await open(LONG, PHONE);
  const [x, y] = await middle();
  const [before, apart] = [await seat(), await reach()];
  const scale = () => page.evaluate(() => visualViewport.scale);
  const magnified = await scale();
  await twoFingers([[x - 40, y], [x + 40, y]], [[x - 40, y - 20], [x + 40, y - 20]], [[x - 40, y - 60], [x + 40, y - 60]]);
  const moved = await seat();
  assert.ok(Math.abs(moved[1] - before[1] + 60) < 3 && Math.abs(moved[0] - before[0]) < 3, JSON.stringify({ before, moved }));
  await twoFingers([[x - 30, y], [x + 30, y]], [[x - 45, y], [x + 45, y]], [[x - 60, y], [x + 60, y]]);
  assert.ok(Math.abs((await reach()) / apart - 2) < 0.1, `${apart} → ${await reach()}`);
  assert.equal(await scrolled(), 0);
  assert.equal(await scale(), magnified, 'the page is not magnified');
});

test('the plain wheel scrolls the page and says how to zoom; with Ctrl it zooms', async () => {
  await open(LONG, WIDE);
  const apart = await reach();
  await page.mouse.move(...(await middle()));
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 60);
  assert.equal(await reach(), apart);
  assert.match(await hint().textContent(), /^Hold (Ctrl|⌘) while you scroll to zoom$/);
  assert.ok(await isHinting());
  await photograph(page, 'wide-hint');
  const at = await scrolled();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.waitForFunction((before) => {
    const map = document.querySelector('khorgos-map');
    const [a, b] = [map.project(71.45, 51.18), map.project(76.91, 43.25)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) > before * 1.05;
  }, apart);
  assert.ok((await reach()) < apart * 1.6, 'a notch is a notch');
  assert.equal(await scrolled(), at);
});

test('where the map may be greedy one finger and the plain wheel are its own', async () => {
  await open(GREEDY, PHONE);
  const before = await seat();
  await swipe(await middle(), [0, -100]);
  assert.ok((await seat())[1] < before[1] - 90);
  assert.equal(await isHinting(), false);
  await map.evaluate((element) => (element.gestures = null));
  assert.equal(await map.getAttribute('gestures'), null);
  await settled(map);
  const still = await seat();
  await swipe(await middle(), [0, -100]);
  assert.deepEqual(await seat(), still);
  assert.ok(await isHinting());
});

test('a map that is thrown runs out, and a press stops it', async () => {
  await open(GREEDY, WIDE);
  const [x, y] = await middle();
  const before = await seat();
  await throwFrom([x - 200, y]);
  await settled(map);
  const rest = await seat();
  // By hand it went 192 px.
  assert.ok(rest[0] - before[0] > 300 && Math.abs(rest[1] - before[1]) < 1, JSON.stringify({ before, rest }));
  assert.equal(await panelOf(map), undefined);

  await throwFrom([x - 200, y]);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const stopped = await seat();
  await framesShown(page);
  await framesShown(page);
  assert.deepEqual(await seat(), stopped);
  await page.mouse.up();
});

test('a reader who wants less motion throws nothing', async () => {
  await open(GREEDY, { ...WIDE, reducedMotion: 'reduce' });
  const [x, y] = await middle();
  const before = await seat();
  await throwFrom([x, y]);
  await settled(map);
  assert.deepEqual((await seat()).map(Math.round), [before[0] + 192, before[1]].map(Math.round));
});

test('two taps zoom in about their point and open nothing; one tap opens', async () => {
  await open(LONG, { ...PHONE, reducedMotion: 'reduce' });
  const apart = await reach();
  const { x, y } = await openGround(map, 'KAZ');
  await tap([x, y]);
  await tap([x, y]);
  await settled(map);
  assert.ok(Math.abs((await reach()) / apart - 2) < 0.05, `${apart} → ${await reach()}`);
  await page.waitForTimeout(400);
  assert.equal(await panelOf(map), undefined, 'no sheet came under the second tap');
  // What is within a finger's reach there may be a line.
  const next = await openGround(map, 'KAZ');
  await tap([next.x, next.y]);
  await map.locator('.panel.open').waitFor();
});

test('a tap of two fingers zooms out', async () => {
  await open(LONG, { ...PHONE, reducedMotion: 'reduce' });
  await map.evaluate((element) => element.zoomBy(4));
  await settled(map);
  const apart = await reach();
  const [x, y] = await middle();
  await touch('touchStart', [x - 30, y], [x + 30, y]);
  await touch('touchEnd');
  await settled(map);
  assert.ok(Math.abs((await reach()) / apart - 0.5) < 0.05, `${apart} → ${await reach()}`);
});

test('three fingers do no harm', async () => {
  await open(GREEDY, PHONE);
  const [x, y] = await middle();
  const apart = await reach();
  const spots = [[0, -40], [-35, 20], [35, 20]];
  const at = (share) => spots.map(([dx, dy]) => [x + dx * share, y + dy * share]);
  await twoFingers(at(1), at(1.25), at(1.5));
  assert.ok(Math.abs((await reach()) / apart - 1.5) < 0.1, `${apart} → ${await reach()}`);
  assert.equal(await panelOf(map), undefined);
});

test('a finger that is held is told what is there, and opens nothing', async () => {
  await open(LONG, PHONE);
  const { x, y } = await openGround(map, 'KAZ');
  await touch('touchStart', [x, y]);
  const tooltip = map.locator('.tooltip');
  await tooltip.waitFor();
  // What lies within a finger's reach of the ground, which may be a line: its name and its value.
  assert.match(await tooltip.locator('b').textContent(), /Kazakhstan/);
  assert.match(await tooltip.locator('span').textContent(), /\d/);
  const box = await tooltip.boundingBox();
  assert.ok(box.y + box.height < y, 'above the finger');
  await photograph(page, 'phone-tooltip');
  await touch('touchEnd');
  await page.waitForTimeout(400);
  assert.equal(await panelOf(map), undefined);
  assert.ok(await tooltip.isVisible(), 'the finger may go to let it be read');
  const beside = await page.locator('.before').boundingBox();
  await tap([beside.x + 20, beside.y + 20]);
  await tooltip.waitFor({ state: 'hidden' });
});

test('with shift a drag draws a box that is then shown', async () => {
  await open(LONG, { ...WIDE, reducedMotion: 'reduce' });
  const [a, b] = [await where(map, ASTANA), await where(map, ALMATY)];
  const apart = await reach();
  const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
  await page.keyboard.down('Shift');
  await page.mouse.move(right + 20, bottom + 20);
  await page.mouse.down();
  await page.mouse.move(left - 20, top - 20, { steps: 4 });
  const frame = await map.locator('.frame').boundingBox();
  assert.ok(Math.abs(frame.x - left + 20) < 2 && Math.abs(frame.width - (right - left) - 40) < 2, JSON.stringify(frame));
  await photograph(page, 'wide-frame');
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await settled(map);
  assert.ok((await reach()) > apart * 1.5, `${apart} → ${await reach()}`);
  assert.equal(await map.locator('.frame').isVisible(), false);
  assert.equal(await panelOf(map), undefined);
});

test('a story that scrolls past its map keeps the wheel and the finger, and says nothing of it', async () => {
  await open('<body class="long"><khorgos-map story="scroll" gestures="greedy"></khorgos-map>', WIDE);
  const apart = await reach();
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 100);
  assert.equal(await isHinting(), false);
  assert.ok(Math.abs((await reach()) - apart) < apart, 'only the story moves it');
});

test('no frame is asked for in five seconds of rest, also after a gesture', async () => {
  await open(GREEDY, WIDE);
  const asked = (ms) => framesAsked(page, ms);
  assert.equal(await asked(5000), 0);
  const [x, y] = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) await page.mouse.move(x + step * 20, y);
  await page.mouse.up();
  await page.mouse.wheel(0, -100);
  await settled(map);
  await approach(map, ASTANA, 1.2);
  assert.equal(await asked(5000), 0);
});
