// Lenses: what they dim, the layers they switch, the panel that sets blocs side by side; flights of the camera.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { heard, listen, openWide, picture, settled, where } from './element.mjs';
import { start } from './harness.mjs';

const TENGIZ = [53.3833, 46.1528];
const ASTANA = [71.446, 51.1801];

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
async function open(options) {
  ({ page, problems, map, close: closePage } = await openWide(site, options));
}
beforeEach(() => open());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const tab = (name) => map.getByRole('radio', { name, exact: true });
const checked = () => map.locator('[role=radio][aria-checked=true]').allTextContents();
const comparisons = () =>
  map.evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('.comparison')].map((one) => ({
      measure: one.querySelector('h4').textContent,
      differ: one.querySelector('.differ')?.textContent,
      rows: [...one.querySelectorAll('.row')].map((row) => ({
        name: row.querySelector('.row-name').textContent,
        value: row.querySelector('.row-value').firstChild.textContent.replaceAll('\u00a0', ' '),
        period: row.querySelector('.period').textContent,
        wide: row.querySelector('rect').getBoundingClientRect().width / row.querySelector('.bar').clientWidth,
      })),
    })),
  );

test('each lens opens its panel: the three comparisons, with values, periods and the years said', async () => {
  await tab('All three').click();
  const [trade, oil, arms] = await comparisons();
  assert.equal(trade.differ, 'different years: 2021 and 2020');
  assert.deepEqual(trade.rows.map(({ name, value, period }) => [name, value, period]), [
    ['China', 'USD 18.19 bn', '2021'],
    ['United States', 'USD 2.3 bn', '2020'],
  ]);
  assert.deepEqual(oil.rows.map(({ value }) => value), ['30%', '17%', '3%']);
  assert.ok(Math.abs(oil.rows[1].wide - 17 / 30) < 0.01 && Math.abs(oil.rows[2].wide - 0.1) < 0.01, 'bars are to scale');
  assert.deepEqual(arms.rows.map(({ value, period }) => `${value} ${period}`), ['1.3% 1991–2020', '1.1% 1991–2020']);
  await tab('Russia').click();
  assert.deepEqual((await comparisons()).map(({ measure }) => measure), [oil.measure]);
  const mark = map.locator('.comparison .note-mark').first();
  await mark.click();
  assert.match(await map.locator('.source:focus').textContent(), /Umarov/);
});

test('a lens switches layers and legend, dims the rest, and the attribute and events follow', async () => {
  await listen(map, 'khorgos-lens');
  const before = await picture(map);
  await tab('China').click();
  await page.keyboard.press('Escape');
  await settled(map);
  assert.equal(await map.getAttribute('lens'), 'china');
  assert.notEqual(await picture(map), before);
  const box = (name) => map.getByRole('checkbox', { name });
  await map.getByRole('button', { name: 'Layers' }).click();
  assert.equal(await box('Arms and military ties').isChecked(), false);
  await tab('Russia').click();
  await map.getByRole('button', { name: 'Layers' }).click();
  assert.equal(await box('Arms and military ties').isChecked(), true);
  assert.equal(await box('Direct investment').isChecked(), false);
  await settled(map);
  assert.doesNotMatch(await map.locator('.legend').evaluate((node) => node.textContent), /Railway/);
  await box('Railways and sea routes').check();
  await settled(map);
  assert.match(await map.locator('.legend').evaluate((node) => node.textContent), /Railway/);
  await map.evaluate((element) => (element.lens = null));
  await settled(map);
  assert.deepEqual(await checked(), ['Everything']);
  assert.equal(await map.locator('.panel').evaluate((panel) => panel.classList.contains('open')), false);
  assert.deepEqual(await heard(map, 'khorgos-lens'), ['china', 'russia', null]);
});

test('the attribute chooses a lens, also before the map is there; one that is not in the brief is none', async () => {
  await map.evaluate((element) => element.setAttribute('lens', 'moon'));
  assert.deepEqual(await checked(), ['Everything']);
  const same = await map.evaluate(async (element) => {
    const other = document.createElement('khorgos-map');
    other.lens = 'west';
    element.replaceWith(other);
    await other.ready;
    return [other.lens, other.shadowRoot.querySelector('[aria-checked=true]').textContent, other.shadowRoot.querySelector('.panel h2').textContent];
  });
  assert.deepEqual(same, ['west', 'The West', 'The West']);
});

test('by keyboard the lenses are one group of radio buttons', async () => {
  await map.locator('canvas').focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Tab'); // past search, list and table, settings
  assert.equal(await map.evaluate((element) => element.shadowRoot.activeElement.textContent), 'Everything');
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await checked(), ['All three']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await checked(), ['The West'], 'it goes round');
  assert.equal(await map.locator('[role=radio][tabindex="0"]').count(), 1);
  assert.equal(await map.locator('.panel').evaluate((panel) => panel.classList.contains('open')), false, 'an arrow key opens nothing');
  await page.keyboard.press('Space');
  assert.equal(await map.locator('.panel h2').textContent(), 'The West');
  await page.keyboard.press('Escape');
  assert.equal(await map.locator('.panel').evaluate((panel) => panel.classList.contains('open')), false);
  await page.keyboard.press('Space');
  assert.equal(await map.locator('.panel').evaluate((panel) => panel.classList.contains('open')), true, 'chosen again, it opens again');
});

test('on a phone the lenses are chips that scroll sideways, 44 px tall', async () => {
  await closePage();
  await open({ viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  for (const chip of await map.getByRole('radio').all()) assert.ok((await chip.boundingBox()).height >= 44);
  assert.ok(await map.locator('.lenses').evaluate((row) => row.scrollWidth > row.clientWidth));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, 'the page itself does not');
  await map.evaluate((element) => (element.lens = 'west'));
  const [chip, row] = [await tab('The West').boundingBox(), await map.locator('.lenses').boundingBox()];
  assert.ok(chip.x >= row.x && chip.x + chip.width <= row.x + row.width, 'what is chosen is in sight');
});

test('flyTo cuts where no motion is wanted', async () => {
  await listen(map, 'khorgos-viewchange');
  await map.evaluate((element) => element.flyTo({ center: [71.446, 51.1801], zoom: 6 }));
  const at = await where(map, ASTANA);
  await settled(map);
  assert.equal((await heard(map, 'khorgos-viewchange')).length, 1);
  assert.deepEqual(await where(map, ASTANA), at);
});

test('flyTo flies, settled waits for its end, and then no more frames are drawn', async () => {
  await closePage();
  await open({ reducedMotion: 'no-preference' });
  await listen(map, 'khorgos-viewchange');
  await map.evaluate((element) => element.flyTo({ fit: 'tengiz' }));
  await settled(map);
  const at = await where(map, TENGIZ);
  // In the middle of what the legend leaves free.
  assert.ok(Math.abs(at.y - 375) < 2 && at.x > 600 && at.x < 900, JSON.stringify(at));
  const views = (await heard(map, 'khorgos-viewchange')).length;
  assert.ok(views > 3, `${views} frames`);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  assert.equal((await heard(map, 'khorgos-viewchange')).length, views);
});

test('a gesture breaks a flight off', async () => {
  await closePage();
  await open({ reducedMotion: 'no-preference' });
  await page.mouse.move(700, 400);
  await map.evaluate((element) => element.flyTo({ fit: ['tengiz'] }));
  await page.mouse.down();
  const held = await where(map, TENGIZ);
  await settled(map);
  assert.deepEqual(await where(map, TENGIZ), held);
  await page.mouse.up();
});
