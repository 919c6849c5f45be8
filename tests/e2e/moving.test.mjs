// While the view moves the last picture is shown moved, and when it rests a new one is drawn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawn, framesAsked, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

let site;
let page;
let problems;
let map;

before(async () => {
  site = await start();
  ({ page, problems } = await site.open('made-up.html', withPage('<khorgos-map></khorgos-map>')));
  map = await drawn(page);
  await page.evaluate(() => {
    const canvas = () => document.querySelector('khorgos-map').shadowRoot.querySelector('canvas');
    window.pixels = (x = 0, y = 0, width = canvas().width, height = canvas().height) => [...canvas().getContext('2d').getImageData(x, y, width, height).data];
    window.frame = () => new Promise(requestAnimationFrame);
  });
});
after(() => site.close());

test('a frame of a pan is the last picture moved by whole pixels', async () => {
  const [before, during] = await map.evaluate(async (element) => {
    const before = pixels(300, 200, 400, 300);
    element.panBy(-40, 25);
    await frame(); // the element's own frame was asked for first
    return [before, pixels(340, 175, 400, 300)];
  });
  assert.deepEqual(during, before);
  await settled(map);
});

test('what comes into sight is land and water, not nothing', async () => {
  const [edge, rest] = await map.evaluate(async (element) => {
    element.panBy(60, 0);
    await frame();
    const column = () => pixels(1199, 0, 1, 750);
    const edge = column();
    await element.settled;
    return [edge, column()];
  });
  const same = edge.filter((value, index) => Math.abs(value - rest[index]) < 4).length;
  assert.ok(same / edge.length > 0.85, `${same} of ${edge.length}`);
});

test('a picture that has come to rest is drawn for its view', async () => {
  const isSame = await map.evaluate(async (element) => {
    element.zoomBy(1.3, { x: 500, y: 300 });
    await frame();
    const moved = pixels();
    await element.settled;
    const rest = pixels();
    for (const theme of ['dark', null]) {
      element.theme = theme;
      await element.settled;
    }
    const anew = pixels();
    return { moved: String(moved) === String(rest), rest: String(rest) === String(anew) };
  });
  assert.deepEqual(isSame, { moved: false, rest: true });
});

test('what lies under a point is what is seen there, while the picture is moved too', async () => {
  const picked = await map.evaluate(async (element) => {
    const at = element.project(68, 48);
    const before = element.pick(...at);
    element.panBy(-50, 30);
    const moved = element.project(68, 48);
    const during = element.pick(...moved);
    await element.settled;
    return { before, during, after: element.pick(...moved), dx: moved[0] - at[0], dy: moved[1] - at[1] };
  });
  const kazakhstan = { kind: 'country', id: 'KAZ' };
  assert.deepEqual(picked, { before: kazakhstan, during: kazakhstan, after: kazakhstan, dx: 50, dy: -30 });
});

test('a drag with the mouse comes to rest where it was let go, and then no frame is asked for', async () => {
  const from = await map.evaluate((element) => element.project(68, 48));
  const box = await map.boundingBox();
  await page.emulateMedia({ reducedMotion: 'reduce' }); // else it would run out
  await page.mouse.move(box.x + from[0], box.y + from[1]);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(box.x + from[0] + step * 20, box.y + from[1] - step * 8);
  await page.mouse.up();
  await settled(map);
  const to = await map.evaluate((element) => element.project(68, 48));
  assert.deepEqual([...to].map(Math.round), [from[0] + 200, from[1] - 80].map(Math.round));
  assert.equal(await framesAsked(page, 500), 0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  assert.deepEqual(problems, []);
});

test('a flight over a long way is drawn anew on the way', async () => {
  const isSame = await map.evaluate(async (element) => {
    element.flyTo({ center: [80.2, 44.2], zoom: 8 });
    await element.settled;
    const rest = pixels(100, 100, 200, 200);
    for (const theme of ['dark', null]) {
      element.theme = theme;
      await element.settled;
    }
    return String(rest) === String(pixels(100, 100, 200, 200));
  });
  assert.equal(isSame, true);
});
