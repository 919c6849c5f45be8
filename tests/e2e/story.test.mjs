// The story: by its card, by keys, and by scrolling a long page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { drawn, heard, isReached, listen, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start } from './harness.mjs';

const WIDE = { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };

let site, story, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
  ({ story } = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8')));
});
after(() => site.close());
async function open(options, address = '') {
  ({ page, problems, close: closePage } = await site.open(address, options));
  map = await drawn(page);
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const button = (name) => map.getByRole('button', { name, exact: true });
const told = () => map.locator('.story .step.told h3').textContent();
const active = () => map.evaluate((element) => element.shadowRoot.activeElement?.getAttribute('aria-label') ?? element.shadowRoot.activeElement?.textContent);

test('every step has its text, lens and view, and its buttons stay where they are', async () => {
  await open(WIDE);
  await listen(map, 'khorgos-step', 'khorgos-select');
  await button('Story').click();
  const next = await button('Next step').boundingBox();
  const pictures = new Set();
  for (const [index, step] of story.entries()) {
    await settled(map);
    assert.equal(await told(), step.title);
    assert.equal(await map.locator('.story .step.told p').textContent(), step.text);
    assert.equal(await map.getAttribute('lens'), step.lens ?? null);
    assert.match(await map.locator('.count').textContent(), new RegExp(`^${index + 1} of ${story.length}`));
    assert.deepEqual(await button('Next step').boundingBox(), next, 'no layout shift');
    assert.equal(await panelOf(map), undefined, 'no panel hides it');
    pictures.add(await picture(map));
    if (index === 0) await photograph(page, 'wide-story');
    await button('Next step').click({ force: true }); // the last one is disabled, and does nothing
  }
  assert.equal(await told(), story.at(-1).title, 'the last one stays');
  assert.equal(pictures.size, story.length);
  assert.deepEqual((await heard(map, 'khorgos-step')).map(({ step }) => step), story.map((_, index) => index));
  assert.deepEqual((await heard(map, 'khorgos-select')).map(({ id }) => id), story.map(({ select }) => select));
});

test('by keyboard: in, on with n, back with p and arrows, to the facts and back, out with Escape', async () => {
  await open(WIDE);
  await listen(map, 'khorgos-step');
  await button('Story').focus();
  await page.keyboard.press('Enter');
  assert.equal(await active(), 'Story', 'the card has the focus');
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowRight');
  assert.equal(await told(), story[2].title);
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await told(), story[0].title);
  await button('Facts and sources').focus();
  await page.keyboard.press('Enter');
  const panel = await panelOf(map);
  assert.equal(panel.title, story[0].title);
  assert.deepEqual(panel.facts.map(({ id }) => id).sort(), [...story[0].facts].sort());
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(map), undefined);
  assert.equal(await active(), 'Facts and sources');
  await page.keyboard.press('Escape');
  assert.equal(await map.locator('.story').isVisible(), false);
  assert.equal(await active(), 'Story', 'the button has the focus');
  assert.equal(await map.getAttribute('lens'), null, 'the lens is what it was');
  assert.equal((await heard(map, 'khorgos-step')).at(-1), null);
});

test('the property tells a step, ends the story, and refuses what is none', async () => {
  await open(WIDE);
  const steps = await map.evaluate((element) => {
    const seen = [element.step];
    for (const step of [3, 99, -1, 1.5, null]) {
      element.step = step;
      seen.push(element.step);
    }
    return seen;
  });
  assert.deepEqual(steps, [null, 3, 3, 3, 3, null]);
});

test('with motion a step flies there, and the next one goes on from where it is', async () => {
  await open({ ...WIDE, reducedMotion: 'no-preference' });
  await listen(map, 'khorgos-viewchange');
  await map.evaluate((element) => (element.step = 0));
  await map.evaluate((element) => (element.step = 1));
  await settled(map);
  const flown = await picture(map);
  assert.ok((await heard(map, 'khorgos-viewchange')).length > 3);
  await closePage();
  await open(WIDE);
  await map.evaluate((element) => (element.step = 1));
  await settled(map);
  assert.equal(await picture(map), flown, 'it ends where a cut ends');
});

test('on a phone the card stands at the foot, everything to press is 44 px, and the map keeps clear of it', async () => {
  await open(PHONE);
  await button('Story').tap();
  await settled(map);
  const card = await map.locator('.story').boundingBox();
  assert.ok(card.y > 300 && card.y + card.height <= 700 && card.width >= 360, JSON.stringify(card));
  for (const name of ['Previous step', 'Next step', 'Facts and sources']) {
    const { width, height } = await button(name).boundingBox();
    assert.ok(width >= 44 && height >= 44, `${name}: ${width} × ${height}`);
  }
  const [, y] = await map.evaluate((element) => element.project(80.22, 44.19));
  assert.ok(y > 90 && y < card.y, `Khorgos is at ${y}`);
  await photograph(page, 'phone-story');
  await button('Facts and sources').tap();
  assert.equal((await panelOf(map)).title, story[0].title);
  await map.locator('.panel').getByRole('button', { name: 'Close' }).tap();
  await button('End the story').focus();
  await page.keyboard.press('Enter');
  assert.equal(await active(), 'Story', 'the button is there again and has the focus');
});

for (const [name, options] of [['wide', WIDE], ['phone', PHONE]]) {
  test(`${name}: on a long page the map sticks and the text in the middle is told`, async () => {
    await open(options, 'long.html');
    assert.equal(await button('Story').isVisible(), false);
    await listen(map, 'khorgos-step');
    for (const index of [0, 3, 1]) {
      await map.locator('.passing').nth(index).evaluate((card) => card.scrollIntoView({ block: 'center' }));
      await page.waitForFunction((index) => document.querySelector('khorgos-map').step === index, index);
      await settled(map);
      assert.equal((await map.locator('.box').boundingBox()).y, 0, 'it sticks');
      assert.equal(await map.getAttribute('lens'), story[index].lens ?? null);
      assert.equal(await map.locator('.passing.told h3').textContent(), story[index].title);
    }
    await photograph(page, `${name}-scroll`);
    if (name === 'wide') {
      const top = () => page.evaluate(() => scrollY);
      const before = await top();
      await page.mouse.move(300, 400);
      await page.mouse.wheel(0, 300);
      await page.waitForFunction((before) => scrollY > before, before);
    }
    await map.locator('.passing.told').getByRole('button', { name: 'Facts and sources' }).click();
    assert.ok((await panelOf(map)).facts.length > 0);
    await map.locator('.panel').getByRole('button', { name: 'Close' }).click({ trial: true }); // nothing passes over it
    await page.keyboard.press('Escape');
  });
}

test('phone: on a long page no text passes over a button that has the focus', async () => {
  await open(PHONE, 'long.html');
  await map.locator('.passing').nth(2).evaluate((card) => card.scrollIntoView({ block: 'center' }));
  await settled(map);
  const zoom = button('Zoom in');
  const box = await zoom.boundingBox();
  const text = await map.locator('.passing').nth(2).boundingBox();
  await page.evaluate((by) => scrollBy(0, by), text.y - box.y + 20);
  await page.waitForFunction(() => document.querySelector('khorgos-map').step !== null);
  const buttons = map.locator('.controls button, .openers button, .tools button');
  let walked = 0;
  for (const each of await buttons.all()) {
    if (!(await each.isVisible())) continue;
    await each.focus();
    assert.ok(await isReached(each), await each.getAttribute('aria-label'));
    walked += 1;
  }
  assert.ok(walked > 2, `${walked} buttons`);
});

test('without the attribute nothing of the long page is there; it can be switched', async () => {
  await open(WIDE);
  assert.equal(await map.locator('.steps').isVisible(), false);
  await map.evaluate((element) => element.setAttribute('story', 'scroll'));
  assert.equal(await map.locator('.passing').count(), story.length);
  await map.evaluate((element) => element.removeAttribute('story'));
  assert.equal(await map.locator('.passing').count(), 0);
  assert.equal(await button('Story').isVisible(), true);
});

test('a brief without lenses and story has neither tabs nor button', async () => {
  await open(WIDE);
  const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8'));
  await map.evaluate(async (element, brief) => {
    element.step = 2;
    element.brief = brief;
    await element.ready;
  }, small);
  assert.equal(await map.getByRole('radiogroup').isVisible(), false);
  assert.equal(await button('Story').isVisible(), false);
  assert.equal(await map.evaluate((element) => element.step), null);
});
