// What the pointer is at is told and lit; where several small things lie the reader is asked.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { clickCountry, drawn, openGround, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const WIDE = { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

async function open(options, body = 'full') {
  ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(`<body class="${body}"><khorgos-map gestures="greedy"></khorgos-map>`, options)));
  map = await drawn(page);
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const tooltip = () => map.locator('.tooltip');

const chooser = () => map.getByRole('menu', { name: 'Several things lie here' });

/** Presses here and there until the map asks which of several is meant. */
async function pressUntilAsked(press) {
  const box = await map.boundingBox();
  const spots = await map.evaluate((element) => {
    const found = [];
    const { clientWidth: width, clientHeight: height } = element;
    for (let y = 120; y < height - 120; y += 4) {
      for (let x = 30; x < width - 80; x += 4) {
        const kinds = [[0, 0], [5, 0], [-5, 0], [0, 5], [0, -5]].map(([dx, dy]) => element.pick(x + dx, y + dy)).filter((one) => one && ['flow', 'line', 'place'].includes(one.kind));
        if (new Set(kinds.map(({ id }) => id)).size > 1 && element.shadowRoot.elementFromPoint(x, y)?.localName === 'canvas') found.push([x, y]);
      }
    }
    return found;
  });
  for (const [x, y] of spots.filter((_, at) => at % Math.ceil(spots.length / 24) === 0)) {
    await press(box.x + x, box.y + y);
    await page.waitForTimeout(400);
    if (await chooser().count()) return { x: box.x + x, y: box.y + y };
    await map.evaluate((element) => element.select(null));
    await settled(map);
  }
  throw new Error(`no press of ${spots.length} spots was asked about`);
}

test('the tooltip has a name and a value, and Escape dismisses it', async () => {
  await open(WIDE);
  const { x, y } = await openGround(map, 'KAZ');
  await page.mouse.move(x, y);
  await tooltip().waitFor();
  assert.match(await tooltip().textContent(), /^Kazakhstan.*\d/);
  await settled(map);
  await photograph(page, 'wide-tooltip');
  await page.keyboard.press('Escape');
  assert.equal(await tooltip().isVisible(), false);
  await page.mouse.move(x + 1, y);
  assert.equal(await tooltip().isVisible(), false, 'it stays away until the pointer is at something else');
});

test('who has rested can go onto the tooltip, where it stays until the pointer leaves it', async () => {
  await open(WIDE);
  const from = await openGround(map, 'KAZ', 40);
  await page.mouse.move(from.x, from.y);
  await tooltip().waitFor();
  await page.waitForTimeout(400); // so long rests who reads
  const box = await tooltip().boundingBox();
  const said = await tooltip().textContent();
  const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(to.x, to.y, { steps: 12 });
  assert.deepEqual(await tooltip().boundingBox(), box, 'it does not flee');
  assert.equal(await tooltip().textContent(), said);
  assert.ok(await tooltip().evaluate((node, { x, y }) => node.contains(node.getRootNode().elementFromPoint(x, y)), to), 'the pointer is on it');
  await page.mouse.move(to.x + 3, to.y, { steps: 2 });
  assert.deepEqual(await tooltip().boundingBox(), box, 'nor from one that moves on it');
  const away = await openGround(map, 'RUS');
  await page.mouse.move(away.x, away.y, { steps: 12 });
  await map.locator('.tooltip', { hasText: 'Russia' }).waitFor();
});

test('pointing lights what belongs together, lays no text out anew and leaves no trace', async () => {
  await open(WIDE, 'two');
  await page.mouse.move(3, 3);
  await settled(map);
  const before = await picture(map);
  const { x, y } = await openGround(map, 'KAZ');
  await page.evaluate(() => {
    window.measured = 0;
    for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const own = prototype.measureText;
      prototype.measureText = function (...values) {
        measured += 1;
        return own.apply(this, values);
      };
    }
  });
  await page.mouse.move(x, y);
  await settled(map);
  assert.notEqual(await picture(map), before);
  await page.mouse.move(3, 3);
  await settled(map);
  assert.equal(await picture(map), before);
  assert.equal(await page.evaluate(() => measured), 0);
});

test('a flow without an amount says so', async () => {
  await open(WIDE);
  const box = await map.boundingBox();
  const spot = await map.evaluate((element) => {
    const brief = fetch('assets/briefs/kazakhstan.json').then((answer) => answer.json());
    return brief.then(({ flows, facts }) => {
      const bare = new Set(flows.filter((flow) => ['rank', undefined].includes(facts.find(({ id }) => id === flow.fact).unit)).map(({ id }) => id));
      for (let y = 60; y < element.clientHeight; y += 4) {
        for (let x = 20; x < element.clientWidth; x += 4) {
          const picked = element.pick(x, y);
          if (picked?.kind === 'flow' && bare.has(picked.id) && element.shadowRoot.elementFromPoint(x, y)?.localName === 'canvas') return [x, y];
        }
      }
    });
  });
  assert.ok(spot, 'such a flow is in sight');
  await page.mouse.move(box.x + spot[0], box.y + spot[1]);
  await tooltip().waitFor();
  assert.match(await tooltip().textContent(), /amount not given$/);
});

test('several small things are offered in a menu for mouse and keyboard', async () => {
  await open(WIDE);
  const at = await pressUntilAsked((x, y) => page.mouse.click(x, y));
  assert.equal(await panelOf(map), undefined, 'nothing is chosen yet');
  await photograph(page, 'wide-chooser');
  const items = chooser().getByRole('menuitem');
  const count = await items.count();
  assert.ok(count > 1);
  const focused = () => items.evaluateAll((all) => all.indexOf(all[0].getRootNode().activeElement));
  assert.equal(await focused(), 0);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), count - 1);
  await page.keyboard.press('Escape');
  assert.equal(await chooser().count(), 0);

  await page.mouse.click(at.x, at.y);
  await chooser().waitFor();
  await page.mouse.move(at.x, at.y);
  const name = await items.nth(1).locator('b').textContent();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await map.locator('.panel.open').waitFor();
  assert.equal(await chooser().count(), 0);
  const { title } = await panelOf(map);
  assert.deepEqual(title.split(/ [↔→←–] /).sort(), name.split(' – ').sort());
});

test('a press elsewhere shuts the menu, and the focus goes back', async () => {
  await open(WIDE);
  await map.locator('canvas').first().focus();
  await pressUntilAsked((x, y) => page.mouse.click(x, y));
  await page.mouse.click(1190, 500);
  assert.equal(await chooser().count(), 0);
  assert.equal(await map.evaluate((element) => element.shadowRoot.activeElement?.localName), 'canvas');
});

test('a finger is offered them, too, in targets that it can hit', async () => {
  await open(PHONE);
  await pressUntilAsked((x, y) => page.touchscreen.tap(x, y));
  await photograph(page, 'phone-chooser');
  const items = chooser().getByRole('menuitem');
  for (const item of await items.all()) assert.ok((await item.boundingBox()).height >= 44);
  const { x, width } = await chooser().boundingBox();
  assert.ok(x >= 0 && x + width <= 390);
  await items.first().tap();
  await map.locator('.panel.open').waitFor();
});

test('a country under the pointer is chosen at once', async () => {
  await open(WIDE);
  await clickCountry(page, map, 'MNG');
  assert.equal((await panelOf(map)).title, 'Mongolia');
});
