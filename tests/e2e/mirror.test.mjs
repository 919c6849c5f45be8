// Languages that are written from right to left: the whole interface is mirrored.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { drawn, isReached, overlaps, panelOf, settled, where } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const FULL = '<body class="full"><khorgos-map></khorgos-map>';
const WIDE = { reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };
const PIECES = ['.title', '.legend', '.openers', '.tools', '.controls', '.credit-line', '.opens-info', '.panel.open', '.story'];
const KAZAKHSTAN = [68, 48];

let site, story, words, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
  const json = async (path) => JSON.parse(await readFile(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
  ({ story } = await json('briefs/kazakhstan.json'));
  ({ page: words } = await json('words/fa.json'));
});
after(() => site.close());
async function open(options, lang = 'fa', body = FULL) {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(body, { lang, ...options })));
  map = await drawn(page);
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const boxOf = (selector) => map.locator(selector).boundingBox();
const middle = ({ x, width }) => x + width / 2;
const button = (key) => map.getByRole('button', { name: words[key], exact: true });

for (const lang of ['fa', 'ug']) {
  test(`${lang}: title, legend and buttons stand at the right, controls, credits and panel at the left, and nothing overlaps`, async () => {
    await open(WIDE, lang);
    assert.deepEqual(await overlaps(map, PIECES), []);
    for (const selector of ['.title', '.legend', '.openers']) {
      const { x, width } = await boxOf(selector);
      assert.equal(Math.round(x + width), 1184, selector);
    }
    for (const selector of ['.controls', '.opens-info']) assert.equal((await boxOf(selector)).x, 16, selector);
    const [legend, tengiz] = [await boxOf('.legend'), await where(map, KAZAKHSTAN)];
    assert.ok(middle(legend) > tengiz.x, 'the map stands beside its legend');
    await photograph(page, `wide-${lang}`);

    await map.evaluate((element) => element.select('KAZ'));
    await settled(map);
    await map.locator('.panel').evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
    const panel = await boxOf('.panel');
    assert.deepEqual([panel.x, panel.width], [0, 360]);
    const { x } = await where(map, KAZAKHSTAN);
    assert.ok(x > 500 && x < 1000, `the map keeps clear of the panel: Kazakhstan is at ${x}`);
    assert.ok((await boxOf('.controls')).x > panel.width, 'the controls make room');
    assert.deepEqual(await overlaps(map, PIECES), []);
    await photograph(page, `wide-${lang}-panel`);
  });
}

test('the keyboard’s cross is in the middle of what the panel leaves free', async () => {
  await open(WIDE);
  await map.evaluate((element) => element.select('khorgos-gateway'));
  await map.locator('canvas').focus();
  const cross = await boxOf('.cross');
  assert.deepEqual([cross.x, cross.width], [360, 840]);
  const at = await map.evaluate((element) => element.pick(780, 375));
  await page.keyboard.press('Enter');
  const chosen = await map.locator('.panel h2').textContent();
  await map.evaluate((element, at) => element.select(at), at);
  assert.equal(await map.locator('.panel h2').textContent(), chosen, 'Enter opens what is at the cross');
});

test('next is at the left, its arrow points there, and so does the key', async () => {
  await open(WIDE);
  await button('story').click();
  const [next, previous] = [await button('next_step').boundingBox(), await button('previous_step').boundingBox()];
  assert.ok(next.x < previous.x);
  // How the drawing is turned on the screen: the sign of its width.
  const turned = (selector) => map.locator(`${selector} svg`).evaluate((icon) => Math.sign(icon.getScreenCTM().a));
  for (const selector of ['.to-next', '.to-previous', '.opens-legend']) assert.equal(await turned(selector), -1, selector);
  assert.equal(await turned('.opens-story'), 1);
  const told = () => map.evaluate((element) => element.step);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await told(), 1);
  await page.keyboard.press('ArrowRight');
  assert.equal(await told(), 0);
  await page.keyboard.press('n');
  assert.equal(await told(), 1);
  assert.match(await map.locator('.count').textContent(), /۲/, 'digits of the language');
  assert.deepEqual(await overlaps(map, PIECES), []);
  await photograph(page, 'wide-fa-story');
});

test('arrow keys go round the lenses the way they are laid out', async () => {
  await open(WIDE);
  const tabs = map.getByRole('radio');
  const at = async () => (await tabs.all()).length && map.evaluate((element) => [...element.shadowRoot.querySelectorAll('.lens')].findIndex((tab) => tab.getAttribute('aria-checked') === 'true'));
  await tabs.nth(0).focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await at(), 1);
  assert.ok((await tabs.nth(1).boundingBox()).x < (await tabs.nth(0).boundingBox()).x);
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 2);
});

test('bars of the balance grow from the right', async () => {
  await open({ ...WIDE });
  await map.evaluate((element) => (element.lens = 'all'));
  const edges = await map.evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('.bar')].map((bar) => [bar.getBoundingClientRect().right, bar.firstChild.getBoundingClientRect().right]),
  );
  assert.ok(edges.length > 3);
  for (const [room, bar] of edges) assert.ok(Math.abs(room - bar) <= 1, `${room} ${bar}`);
});

test('what is said in English for want of words is marked, and reads from the left', async () => {
  await open(WIDE, 'ug');
  const story = map.locator('.opens-story span');
  assert.deepEqual([await story.getAttribute('lang'), await story.getAttribute('dir')], ['en', 'auto']);
  const title = map.locator('.title h2');
  assert.equal(await title.evaluate((node) => getComputedStyle(node).direction), 'ltr');
  const { x, width } = await title.evaluate((node) => {
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(node);
    const { x, width } = range.getBoundingClientRect();
    return { x, width };
  });
  const box = await title.boundingBox();
  assert.ok(Math.abs(x + width - (box.x + box.width)) < 2, 'but it stands where the others start');
});

test('on a phone everything is mirrored, nothing overlaps, and the legend’s button is free', async () => {
  await open(PHONE);
  const legend = map.locator('.opens-legend');
  assert.ok(await isReached(legend));
  assert.deepEqual(await overlaps(map, PIECES), []);
  assert.equal((await boxOf('.tools')).x, 10);
  const openers = await boxOf('.openers');
  assert.equal(openers.x + openers.width, 380);
  await photograph(page, 'phone-fa');
  await legend.tap();
  assert.ok(await map.locator('.legend').isVisible());
  await photograph(page, 'phone-fa-legend');
  await map.evaluate((element) => element.select('KAZ'));
  await settled(map);
  await map.locator('.panel').evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
  assert.ok(await isReached(legend), 'the sheet leaves it free');
  const close = await map.locator('.panel > .close').boundingBox();
  assert.ok(close.x < 20, 'the sheet’s close button is at the left');
  assert.ok((await panelOf(map)).facts.length > 0);
  await photograph(page, 'phone-fa-panel');
});

test('on a long page the texts scroll past at the left', async () => {
  await open(WIDE, 'fa', '<body class="long"><khorgos-map story="scroll"></khorgos-map>');
  await map.locator('.passing').nth(2).evaluate((card) => card.scrollIntoView({ block: 'center' }));
  await page.waitForFunction(() => document.querySelector('khorgos-map').step === 2);
  await settled(map);
  assert.equal(await map.locator('.passing').count(), story.length);
  const steps = await boxOf('.steps');
  assert.deepEqual([steps.x, steps.width], [0, 380]);
  assert.ok((await where(map, KAZAKHSTAN)).x > 380);
  await photograph(page, 'wide-fa-scroll');
});
