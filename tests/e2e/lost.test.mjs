// Pictures whose memory the browser takes away come back. Chromium has no way to take it from a page that it draws without a graphics
// card, so that the canvases are emptied and told what they would be told.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, framesShown, picture, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

let site, page, problems, closePage, map;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

function keepSheets() {
  window.sheets = [];
  window.OffscreenCanvas = class extends OffscreenCanvas {
    constructor(...size) {
      super(...size);
      sheets.push(this);
    }
  };
  const empty = (canvas) => canvas.getContext('2d').reset();
  window.lose = (canvas) => {
    empty(canvas);
    canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
  };
  window.restore = (canvas) => canvas.dispatchEvent(new Event('contextrestored'));
  window.canvasesOf = (element) => [...element.shadowRoot.querySelectorAll('canvas')];
}

async function open(attributes = '', options = {}) {
  const made = withPage(`<khorgos-map ${attributes}></khorgos-map>`, { reducedMotion: 'reduce', ...options });
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.addInitScript(keepSheets);
      await made.prepare(page);
    },
  }));
  map = await drawn(page);
}

test('the canvas of the map', async () => {
  await open();
  const before = await picture(map);
  await map.evaluate((element) => canvasesOf(element).forEach(lose));
  assert.equal(await colours(map), 1);
  await map.evaluate((element) => canvasesOf(element).forEach(restore));
  await settled(map);
  assert.equal(await picture(map), before);
});

test('the one that the picture is kept on, while the view moves', async () => {
  await open();
  const before = await picture(map);
  const during = await map.evaluate(async (element) => {
    for (const sheet of sheets) lose(sheet);
    element.panBy(40, 0);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const [canvas] = canvasesOf(element);
    const { data } = canvas.getContext('2d').getImageData(100, 100, 600, 400);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  assert.ok(during > 50, `${during} colours`);
  await map.evaluate((element) => element.panBy(-40, 0));
  await settled(map);
  await map.evaluate((element) => (element.theme = 'dark'));
  await settled(map);
  await map.evaluate((element) => (element.theme = null));
  await settled(map);
  assert.equal(await picture(map), before);
});

test('all of them, as when the graphics card is reset', async () => {
  await open();
  const before = await picture(map);
  await map.evaluate((element) => {
    const all = [...canvasesOf(element), ...sheets];
    all.forEach(lose);
    all.forEach(restore);
  });
  await settled(map);
  assert.equal(await picture(map), before);
});

test('one that is nobody’s any more changes nothing', async () => {
  await open();
  await map.evaluate((element) => (element.theme = 'dark'));
  await settled(map);
  const before = await picture(map);
  const made = await page.evaluate(() => {
    for (const sheet of sheets.slice(0, -1)) lose(sheet);
    return sheets.length;
  });
  await framesShown(page);
  assert.equal(await picture(map), before);
  assert.equal(await page.evaluate(() => sheets.length), made);
});

test('marks that have been stopped', async () => {
  await open('motion="gentle"', { reducedMotion: 'no-preference' });
  await page.waitForFunction(() => canvasesOf(document.querySelector('khorgos-map'))[1]?.width > 0);
  await map.getByRole('button', { name: /stop/i }).click();
  const drawnOn = () =>
    map.evaluate((element) => {
      const [, marks] = canvasesOf(element);
      return marks.getContext('2d').getImageData(0, 0, marks.width, marks.height).data.some((value) => value > 0);
    });
  assert.equal(await drawnOn(), true);
  await map.evaluate((element) => lose(canvasesOf(element)[1]));
  assert.equal(await drawnOn(), false);
  await map.evaluate((element) => restore(canvasesOf(element)[1]));
  assert.equal(await drawnOn(), true);
});
