// The buttons beside the map: + − home, the pad, full screen, and what stops the marks.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { clickCountry, drawn, framesAsked, framesShown, isReached, overlaps, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const ASTANA = [71.45, 51.18];
const WIDE = { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

async function open(options, attributes = '') {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(`<body class="full"><khorgos-map ${attributes}></khorgos-map>`, options)));
  map = await drawn(page);
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const button = (name) => map.getByRole('button', { name, exact: true });
const seat = () => map.evaluate((element, at) => [...element.project(...at)], ASTANA);

test('plus and minus say when they lead nowhere, and then do nothing', async () => {
  await open(WIDE);
  assert.equal(await button('Zoom out').getAttribute('aria-disabled'), 'false');
  const pressOut = async (name) => {
    while ((await button(name).getAttribute('aria-disabled')) === 'false') {
      await button(name).click({ force: true });
      await settled(map);
    }
  };
  await pressOut('Zoom in');
  assert.equal(await button('Zoom in').getAttribute('aria-disabled'), 'true');
  const before = await seat();
  await button('Zoom in').click({ force: true });
  assert.deepEqual(await seat(), before);
  await button('Show the whole map').click();
  await settled(map);
  assert.equal(await button('Zoom in').getAttribute('aria-disabled'), 'false');
  await pressOut('Zoom out');
  assert.equal(await button('Zoom out').getAttribute('aria-disabled'), 'true');
});

for (const [name, options, least] of [['wide', WIDE, 24], ['phone', PHONE, 44]]) {
  test(`a pad moves the map without a drag, ${name}`, async () => {
    await open(options);
    await button('Move the map').click();
    await photograph(page, `${name}-pad`);
    assert.equal(await button('Move the map').getAttribute('aria-expanded'), 'true');
    for (const [way, dx, dy] of [['up', 0, 1], ['down', 0, -1], ['left', 1, 0], ['right', -1, 0]]) {
      const before = await seat();
      const press = button(`Move ${way}`);
      const { width, height } = await press.boundingBox();
      assert.ok(width >= least && height >= least, `${way}: ${width} × ${height}`);
      assert.ok(await isReached(press), way);
      await press.click();
      const after = await seat();
      const moved = [after[0] - before[0], after[1] - before[1]].map((px) => Math.sign(Math.round(px)) + 0);
      assert.deepEqual(moved, [dx, dy], way);
    }
    assert.deepEqual(await overlaps(map, ['.pad', '.title', '.openers', '.controls > .control']), []);
    await button('Move left').focus();
    await page.keyboard.press('Escape');
    assert.equal(await button('Move left').isVisible(), false);
    assert.ok(await button('Move the map').evaluate((node) => node === node.getRootNode().activeElement), 'the focus is back on its button');
  });
}

test('in full screen the map fills it, and one finger and the wheel are its own', async () => {
  await open(WIDE);
  await button('Full screen').click();
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'khorgos-map');
  await button('Leave full screen').waitFor();
  await settled(map);
  const apart = await seat();
  await page.mouse.move(600, 300);
  await page.mouse.wheel(0, -200);
  await page.waitForFunction((before) => document.querySelector('khorgos-map').project(71.45, 51.18)[1] !== before, apart[1]);
  await button('Leave full screen').click();
  await page.waitForFunction(() => !document.fullscreenElement);
  await button('Full screen').waitFor();
});

test('where the browser allows no full screen, or the map is a long page, there is no such button', async () => {
  await open({ ...WIDE }, 'story="scroll"');
  assert.equal(await button('Full screen').isVisible(), false);
  await closePage();
  const made = withPage('<body class="full"><khorgos-map></khorgos-map>', WIDE);
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await made.prepare(page);
      await page.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false }));
    },
  }));
  map = await drawn(page);
  assert.equal(await button('Full screen').count(), 0);
});

test('the marks can be stopped where they are, and go on', async () => {
  await open({ ...WIDE, reducedMotion: 'no-preference' }, 'motion="gentle"');
  const frames = () => framesAsked(page, 400);
  const stop = button('Stop the motion');
  await stop.waitFor();
  assert.ok((await frames()) > 2);
  await stop.click();
  assert.equal(await frames(), 0);
  assert.ok(await map.locator('.marks').isVisible(), 'they stand');
  await photograph(page, 'wide-stopped');
  await button('Start the motion').click();
  assert.ok((await frames()) > 2);
  await map.evaluate((element) => (element.motion = null));
  await stop.waitFor({ state: 'hidden' });
});

test('without marks that move there is nothing to stop', async () => {
  await open(WIDE, 'motion="gentle"');
  assert.equal(await button('Stop the motion').isVisible(), false);
});

test('a reader can switch the lens off, and arrow keys open no panel', async () => {
  await open(WIDE);
  const radio = (name) => map.getByRole('radio', { name });
  const isOpen = () => map.locator('.panel').evaluate((panel) => panel.classList.contains('open'));
  assert.equal(await radio('Everything').getAttribute('aria-checked'), 'true');
  await radio('Everything').focus();
  await page.keyboard.press('ArrowRight');
  const first = await map.getAttribute('lens');
  assert.ok(first);
  assert.equal(await isOpen(), false);
  await page.keyboard.press('Enter');
  assert.equal(await isOpen(), true);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await map.getAttribute('lens'), first);
  assert.equal(await isOpen(), true, 'the panel that is open tells of the next one');
  await radio('Everything').click();
  assert.equal(await map.getAttribute('lens'), null);
  assert.equal(await isOpen(), false);
});

for (const [name, options] of [['wide', WIDE], ['phone', PHONE]]) {
  test(`a card comes after its button in the order of the focus, ${name}`, async () => {
    await open(options);
    const inCard = (selector) => map.evaluate((element, selector) => element.shadowRoot.activeElement?.closest(selector) !== null, selector);
    for (const [opener, card] of [['Layers', '.layers'], ['About this map', '.about']]) {
      await button(opener).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await inCard(card), opener);
      await page.keyboard.press('Shift+Tab');
      assert.ok(await button(opener).evaluate((node) => node === node.getRootNode().activeElement), `back at ${opener}`);
      await page.keyboard.press('Escape');
    }
  });
}

test('a press beside the map shuts what lies on it when it ends, not when it begins, and not at all when it ends on the map', async () => {
  ({ page, problems, close: closePage } = await site.open('two.html', WIDE));
  map = await drawn(page, 'khorgos-map >> nth=0');
  const panel = map.locator('.panel.open');
  await clickCountry(page, map, 'KAZ');
  await panel.waitFor();
  const { x, y } = await page.locator('h1').boundingBox();
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.down();
  await framesShown(page);
  assert.ok(await panel.isVisible(), 'it begins');
  const box = await map.boundingBox();
  await page.mouse.move(box.x + 80, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await framesShown(page);
  assert.ok(await panel.isVisible(), 'it ended on the map');
  await page.mouse.click(x + 5, y + 5);
  await panel.waitFor({ state: 'detached' });
});
