// The map by keyboard alone, as a reader has it: what is told, where the ring is, where the focus goes.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { drawn, openWide, panelOf, settled } from './element.mjs';
import { picture, start, withPage } from './harness.mjs';

const SIZES = {
  wide: { viewport: { width: 1200, height: 750 } },
  phone: { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2 },
};

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});
async function open(options = {}) {
  ({ page, problems, close: closePage, map } = await openWide(site, options));
}

const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(map);
};
/** What the live region says now. */
const told = async () => (await map.locator('[role=status]').textContent()).replaceAll('\u00a0', ' ').trim();
/** What has the focus in the map, by name. */
const focused = () =>
  map.evaluate((element) => {
    const node = element.shadowRoot.activeElement;
    return node && (node.getAttribute('aria-label') ?? (node.localName === 'canvas' ? 'canvas' : node.textContent));
  });
const ring = () => map.locator('.ring').boundingBox();
const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
const description = () =>
  map.locator('canvas').evaluate((canvas) => canvas.getAttribute('aria-describedby').split(' ').map((id) => canvas.getRootNode().getElementById(id).textContent).join(' ').replaceAll('\n', ' '));
/** Tabs from the page's start to the canvas. */
const toMap = () => press('Tab');

/** Presses a key until what is told begins so. */
async function until(key, begins) {
  for (let tries = 0; tries < 40; tries += 1) {
    await press(key);
    if ((await told()).startsWith(begins)) return;
  }
  assert.fail(`${begins} is not come to; the last is: ${await told()}`);
}

for (const [name, options] of Object.entries(SIZES)) {
  test(`${name}: the map is one stop with a name and a description of what it shows`, async () => {
    await open(options);
    await toMap();
    assert.equal(await focused(), 'Kazakhstan between China, Russia and the West: map');
    const text = await description();
    assert.match(text, /^In view: 10 flows, \d+ places and \d+ lines\. Layers shown: Trade, /);
    assert.match(text, /Without an amount: 4 flows\. Arrow keys /);
    assert.doesNotMatch(text, /the largest is/);
    await press('Tab');
    assert.notEqual(await focused(), 'Kazakhstan between China, Russia and the West: map');
    await press('Shift+Tab');
    assert.equal(await focused(), 'Kazakhstan between China, Russia and the West: map', 'and one stop only');
  });

  test(`${name}: the ring walks through the lists, is told in full, and opens what it is at`, async () => {
    await open(options);
    await toMap();
    assert.equal(await map.locator('.ring').isVisible(), false);
    await press('n');
    assert.equal(await told(), 'Kazakhstan, the country that the map is about, 10 flows. Countries, 1 of 13.');
    assert.equal(await map.locator('.ring').isVisible(), true);
    await press(']');
    assert.equal(await told(), 'Kazakhstan to China, Trade in both directions, 18.19 billion US dollars, 2021, endnote 1. Flows, 1 of 10.');
    const at = middle(await ring());
    const box = await map.boundingBox();
    assert.deepEqual(await map.evaluate((element, [x, y]) => element.pick(x, y), [at.x - box.x, at.y - box.y]), { kind: 'flow', id: 'trade-china' }, 'the ring is on the curve');
    const tip = map.locator('.tooltip');
    assert.equal(await tip.textContent(), 'Kazakhstan – ChinaTrade: USD\u00a018.19\u00a0bn · 2021', 'who sees the ring reads what it is at');
    const [words, mark] = [await tip.boundingBox(), await ring()];
    assert.ok(words.x >= mark.x + mark.width || words.x + words.width <= mark.x, 'beside the ring');
    assert.ok(words.x >= 0 && words.x + words.width <= options.viewport.width, 'and inside the map');
    await picture(page, `keyboard-ring-${name}`);
    await press('Enter');
    assert.equal((await panelOf(map)).title, 'Kazakhstan ↔ China');
    assert.equal(await focused(), 'Kazakhstan ↔ China', 'the heading is heard');
    assert.match(await told(), /^Kazakhstan to China/, 'and not a second time');
    await press('Escape');
    assert.equal(await panelOf(map), undefined);
    assert.match(await focused(), /: map$/);
    assert.equal(await map.locator('.ring').isVisible(), true);
    await press('p');
    assert.match(await told(), / Flows, 10 of 10\.$/);
    await press('[');
    assert.match(await told(), /^Kazakhstan, .* Countries, 1 of 13\.$/);
    await press('Escape');
    assert.equal(await map.locator('.ring').isVisible(), false);
  });

  test(`${name}: Khorgos is found, brought into sight from anywhere, and followed by the ring`, async () => {
    await open(options);
    await toMap();
    await press('+', '+', '+', '+', '+', '+');
    assert.match(await told(), /^In view: |^No flow/);
    await press(']', ']', ']');
    assert.match(await told(), /^Khorgos Gateway, near the border of China and Kazakhstan\. The .* Picture caption, paragraph 1\. Places, 1 of 11\.$/);
    const before = middle(await ring());
    const inside = ({ x, y }) => x > 0 && y > 0 && x < options.viewport.width && y < options.viewport.height;
    assert.ok(inside(before), JSON.stringify(before));
    const khorgos = await map.evaluate((element) => element.project(80.2203, 44.1957));
    assert.ok(Math.hypot(khorgos[0] - before.x, khorgos[1] - before.y) < 12, `${khorgos} ${JSON.stringify(before)}`);
    await press('ArrowRight');
    const after = middle(await ring());
    assert.ok(Math.abs(before.x - after.x - 80) < 1 && Math.abs(before.y - after.y) < 1, 'the plain arrows move the map, and the ring with it');
    assert.match(await told(), /^Khorgos Gateway/);
  });

  test(`${name}: with Shift the arrows go to the nearest thing that way`, async () => {
    await open(options);
    await toMap();
    await until(']', 'Khorgos Gateway');
    const start = middle(await ring());
    const view = () => map.evaluate((element) => element.project(70, 45));
    const unmoved = await view();
    await press('Shift+ArrowLeft');
    const left = middle(await ring());
    assert.ok(left.x < start.x, JSON.stringify([start, left]));
    assert.doesNotMatch(await told(), /^Khorgos Gateway/);
    await press('Shift+ArrowDown');
    assert.ok(middle(await ring()).y > left.y);
    if (name === 'wide') assert.deepEqual(await view(), unmoved, 'what is in sight is not moved');
  });

  test(`${name}: what is on a hidden layer is passed over, and the switch tells what is left`, async () => {
    await open(options);
    await map.getByRole('button', { name: 'Layers' }).focus();
    await press('Enter');
    await map.getByRole('checkbox', { name: 'Sites' }).focus();
    await press('Space');
    assert.match(await told(), /^In view: 10 flows, \d+ places and \d+ lines\.$/);
    assert.match(await description(), /Layers shown: (?!.*Sites)/);
    await press('Escape');
    await map.locator('canvas').focus();
    await press(']', ']', ']');
    assert.doesNotMatch(await told(), /Khorgos Gateway/);
  });

  test(`${name}: the question mark lists the keys, which can be turned off there`, async () => {
    await open(options);
    await toMap();
    await press('?');
    const dialog = map.getByRole('dialog', { name: 'Keyboard' });
    await dialog.waitFor();
    for (const text of ['Move the map', 'Next thing, previous thing', 'Nearest thing in a direction', 'Shift ←']) assert.equal(await dialog.getByText(text, { exact: true }).isVisible(), true, text);
    for (const gesture of [/two fingers, or drag/, /Ctrl and the wheel/, /two quick taps/, /one tap with two fingers/, /hold a finger/, /Shift, and drag a frame/]) {
      await dialog.getByText(gesture).scrollIntoViewIfNeeded();
      assert.ok(await dialog.getByText(gesture).isVisible(), String(gesture));
    }
    await picture(page, `keyboard-help-${name}`);
    await dialog.getByRole('checkbox').focus();
    await press('Space');
    assert.equal(await map.getAttribute('keys'), 'off');
    assert.equal(await dialog.getByText('Next thing, previous thing').isVisible(), false);
    assert.equal(await dialog.getByText('Nearest thing in a direction').isVisible(), true);
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.match(await focused(), /: map$/, 'the focus is back');
    const before = await told();
    const view = await map.evaluate((element) => element.project(70, 45));
    await press('n', ']', '+', '0', '?');
    assert.equal(await told(), before);
    assert.deepEqual(await map.evaluate((element) => element.project(70, 45)), view);
    assert.equal(await dialog.count(), 0);
    await press('Shift+ArrowRight');
    assert.notEqual(await told(), before, 'keys that write nothing are heard');
    await map.getByRole('button', { name: 'About this map' }).focus();
    await press('Enter');
    await map.getByRole('button', { name: 'Keyboard' }).focus();
    await press('Enter');
    await dialog.getByRole('checkbox').focus();
    await press('Space');
    assert.equal(await map.getAttribute('keys'), null);
    await dialog.getByRole('button', { name: 'Close' }).focus();
    await press('Enter');
    assert.equal(await focused(), 'Keyboard');
  });

  test(`${name}: lens and story are told once each`, async () => {
    await open(options);
    await map.evaluate((element) => {
      element.lines = [];
      const status = element.shadowRoot.querySelector('[role=status]');
      new MutationObserver(() => element.lines.push(status.textContent.trim())).observe(status, { childList: true });
    });
    const lines = async () => {
      await settled(map);
      return map.evaluate((element) => element.lines.splice(0));
    };
    await map.getByRole('radio').first().focus();
    await press('ArrowRight'); // all three
    await lines();
    await press('ArrowRight');
    const heard = await lines();
    assert.equal(heard.length, 1, heard.join('\n'));
    assert.match(heard[0], /^Point of view: China\. In view: \d+ flows, /);
    assert.match(await description(), /^Point of view: China\. /);
    await press('Escape');
    await lines();

    await map.getByRole('button', { name: 'Story' }).focus();
    await press('Enter');
    const first = await lines();
    assert.equal(first.length, 1, first.join('\n'));
    assert.match(first[0], /^Step 1 of \d+\. /);
    await press('n');
    const [second, ...more] = await lines();
    assert.match(second, /^Step 2 of /);
    assert.deepEqual(more, []);
    assert.ok(second.includes(await map.locator('.step.told h3').textContent()) && second.includes(await map.locator('.step.told p').textContent()));
  });
}

test('a panel that a click opens is told, and so is what was copied', async () => {
  await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await map.evaluate((element) => element.select('CHN'));
  assert.equal(await told(), 'Panel open: China.');
  await map.getByRole('button', { name: 'Copy citation' }).focus();
  await press('Enter');
  await map.locator('.copied', { hasText: 'Copied' }).waitFor();
  assert.equal(await told(), 'Copied.');
  assert.equal(await map.locator('[role=status], [aria-live]').count(), 1, 'there is one live region');
});

test('a pointer puts the ring away, and keys outside the element do nothing', async () => {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage('<main><button>Before</button><khorgos-map></khorgos-map></main>', { reducedMotion: 'reduce' })));
  map = await drawn(page);
  await page.getByRole('button', { name: 'Before' }).focus();
  await press('n', ']', '?', '+');
  assert.equal(await told(), '');
  assert.equal(await map.locator('.ring').isVisible(), false);
  assert.equal(await map.getByRole('dialog', { name: 'Keyboard' }).count(), 0);
  await toMap();
  await press('n');
  assert.equal(await map.locator('.ring').isVisible(), true);
  await page.mouse.click(600, 500);
  assert.equal(await map.locator('.ring').isVisible(), false);
});

test('the attribute turns keys off, and the property reflects it', async () => {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage('<main><khorgos-map keys="off"></khorgos-map></main>', { reducedMotion: 'reduce' })));
  map = await drawn(page);
  await toMap();
  await press('n');
  assert.equal(await told(), '');
  await map.evaluate((element) => (element.keys = null));
  assert.equal(await map.getAttribute('keys'), null);
  await press('n');
  assert.match(await told(), /^Kazakhstan, /);
});
