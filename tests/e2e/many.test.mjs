// Fifty maps on one page: those far from what the reader sees hold no memory for pictures, and are there when the reader comes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, framesShown, panelOf, picture, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

const small = await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8');
const COUNT = 50;
const VIEW = { width: 1000, height: 800 };

let site, page, problems, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

/** A page with so many maps below one another, each 500 px tall. */
async function open(count, attributes = '') {
  const maps = Array.from({ length: count }, (_, index) => `<khorgos-map id="m${index}" brief="small.json" ${attributes}></khorgos-map>`);
  const made = withPage(`<body class="many">${maps.join('')}`, { viewport: VIEW, reducedMotion: 'reduce' });
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.route('**/small.json', (route) => route.fulfill({ contentType: 'application/json', body: small }));
      await page.route('**/page.css', (route) => route.fulfill({ contentType: 'text/css', body: 'body { margin: 0 } khorgos-map { block-size: 500px; inline-size: 800px }' }));
      await page.addInitScript(keepCount);
      await made.prepare(page);
    },
  }));
}

/** Counts the pixels of canvases that are not in the page and not let go yet. */
function keepCount() {
  const sheets = new Set();
  window.offscreenPixels = () => [...sheets].reduce((sum, sheet) => sum + (sheet.deref()?.width ?? 0) * (sheet.deref()?.height ?? 0), 0);
  window.OffscreenCanvas = class extends OffscreenCanvas {
    constructor(...size) {
      super(...size);
      sheets.add(new WeakRef(this));
    }
  };
}

/** What each map's canvases in the page hold, in pixels, and how far, px, it is outside the window. */
const held = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('khorgos-map')].map((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const pixels = [...element.shadowRoot.querySelectorAll('canvas')].reduce((sum, { width, height }) => sum + width * height, 0);
      return { away: Math.max(top - innerHeight, -bottom, 0), pixels };
    }),
  );

async function scrollTo(y) {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), y);
  await framesShown(page);
  await framesShown(page);
}

const inSight = async () => (await held()).flatMap(({ away }, index) => (away === 0 ? [index] : []));

async function isRight() {
  const all = await held();
  for (const [index, { away, pixels }] of all.entries()) {
    if (away === 0) assert.equal(pixels, 800 * 500, `${index} is in sight`);
    if (away > VIEW.height) assert.equal(pixels, 0, `${index} is ${away} px away`);
  }
  return all.reduce((sum, { pixels }) => sum + pixels, 0);
}

test('all that come by are drawn, and none that is far holds pixels', async () => {
  await open(COUNT);
  await drawn(page, '#m0');
  const sums = [];
  for (let y = 0; y <= COUNT * 500 - VIEW.height; y += 1000) {
    await scrollTo(y);
    for (const index of await inSight()) {
      const map = await drawn(page, `#m${index}`);
      assert.ok((await colours(map)) > 20, `${index} is drawn`);
    }
    sums.push(await isRight());
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  // A window's height above and below are five maps or six, with a margin around the pictures that are not in the page.
  assert.ok(Math.max(...sums) <= 6 * 800 * 500, `${Math.max(...sums)}`);
  const beside = await page.evaluate(() => offscreenPixels());
  assert.ok(beside > 0 && beside <= 2 * 6 * 950 * 650, `${beside} px beside the page`);
});

test('a map that was far is as it was left: view, selection, and the picture', async () => {
  await open(12);
  const map = await drawn(page, '#m0');
  await map.evaluate((element) => {
    element.zoomBy(2);
    element.select('CHN');
  });
  await settled(map);
  const [before, at] = [await picture(map), await map.evaluate((element) => [...element.project(80, 44)])];
  await scrollTo(4000);
  assert.equal((await held())[0].pixels, 0);
  await scrollTo(0);
  await settled(map);
  assert.equal(await picture(map), before);
  assert.equal((await panelOf(map)).title, 'China');
  assert.deepEqual(await map.evaluate((element) => [...element.project(80, 44)]), at);
});

test('it is drawn before it comes into sight', async () => {
  await open(8);
  await drawn(page, '#m0');
  const map = page.locator('#m0');
  await scrollTo(3000);
  assert.equal((await held())[0].pixels, 0);
  await scrollTo(1000); // 500 px away
  assert.equal((await held())[0].away, 500);
  await settled(map);
  assert.ok((await colours(map)) > 20);
});

test('a map that is far answers scripts as one that is near', async () => {
  await open(12, 'loading="eager"');
  const [near, far] = [await drawn(page, '#m0'), await drawn(page, '#m11')];
  assert.equal((await held())[11].pixels, 0);
  const ask = (map) =>
    map.evaluate(async (element) => {
      const answers = [];
      answers.push(element.pick(...element.project(105, 35)));
      element.flyTo({ center: [68, 48], zoom: 3 });
      await element.settled;
      answers.push(element.pick(...element.project(68, 48)), [...element.project(80, 44)]);
      element.flyTo({ fit: 'KAZ', animate: false });
      answers.push(element.pick(...element.project(68, 48)));
      element.select('KAZ');
      await element.settled;
      answers.push(element.shadowRoot.querySelector('.legend').textContent, element.shadowRoot.querySelector('.panel h2').textContent);
      element.theme = 'dark';
      await element.settled;
      const png = await createImageBitmap(await element.toPNG(1));
      answers.push([png.width, png.height], (await element.toSVG()).length);
      return answers;
    });
  const answers = await ask(far);
  assert.deepEqual(answers, await ask(near));
  assert.deepEqual(answers[1], { kind: 'country', id: 'KAZ' });
  assert.equal((await held())[11].pixels, 0);
});

test('a flight of a map that goes far arrives', async () => {
  await open(8);
  const map = await drawn(page, '#m0');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await map.evaluate((element) => element.flyTo({ center: [68, 48], zoom: 4 }));
  await scrollTo(3000);
  await settled(map);
  const [x, y] = await map.evaluate((element) => [...element.project(68, 48)]);
  assert.deepEqual([Math.round(x), Math.round(y)], [400, 250]);
  assert.equal((await held())[0].pixels, 0);
});

test('paper has all that were loaded', async () => {
  await open(5);
  const map = await drawn(page, '#m0');
  await scrollTo(1700);
  assert.equal((await held())[0].pixels, 0);
  await page.emulateMedia({ media: 'print' });
  await settled(map);
  assert.ok((await colours(map)) > 20);
  await page.emulateMedia({ media: 'screen' });
  await framesShown(page);
  assert.equal((await held())[0].pixels, 0);
});

test('marks that move are let go too', async () => {
  await open(8, 'motion="gentle"');
  const map = await drawn(page, '#m0');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await scrollTo(3000);
  assert.equal((await held())[0].pixels, 0);
  await scrollTo(0);
  await settled(map);
  assert.ok((await held())[0].pixels >= 800 * 500);
});
