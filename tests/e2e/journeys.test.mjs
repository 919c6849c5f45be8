// Five errands of a reader who has a keyboard and nothing else, from the page's start to what was wanted. A picture of each step goes
// to target/pictures/journey-*.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { openWide, panelOf, settled } from './element.mjs';
import { picture, start } from './harness.mjs';

const SIZES = {
  1200: { viewport: { width: 1200, height: 750 } },
  390: { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2 },
};

let site, page, problems, map, closePage, steps;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

for (const [width, options] of Object.entries(SIZES)) {
  const journey = (name, go) =>
    test(`${width}: ${name}`, async () => {
      ({ page, problems, close: closePage, map } = await openWide(site, { ...options, acceptDownloads: true }));
      steps = 0;
      await go((what) => picture(page, `journey-${name.replaceAll(' ', '-')}-${width}-${(steps += 1)}-${what}`));
    });

  journey('the trade with China and its source', async (step) => {
    await press('Tab');
    await step('map');
    await until(']', async () => (await told()).startsWith('Kazakhstan to China, Trade in both directions, 18.19 billion US dollars, 2021, endnote 1.'));
    await step('ring');
    await press('Enter');
    assert.equal((await panelOf(map)).title, 'Kazakhstan ↔ China');
    await step('panel');
    await until('Tab', async () => (await focused()) === 'Source 1');
    await press('Enter');
    assert.match(await focused(), /endnote 1/i);
    await step('source');
    await press('Tab');
    assert.match(await map.evaluate((element) => element.shadowRoot.activeElement.href), /^https:/, 'the link is next');
    await press('Escape');
    assert.equal(await panelOf(map), undefined);
    assert.match(await focused(), /: map$/);
    await step('back');
  });

  journey('find Khorgos', async (step) => {
    await press('Tab', '/');
    await map.locator('dialog[open]').waitFor();
    await step('search');
    await page.keyboard.type('khrogos'); // as one mistypes it
    await map.locator('.option', { hasText: 'Khorgos Gateway' }).first().waitFor();
    await until('ArrowDown', async () => (await map.locator('.option[aria-selected="true"] .found-title', { hasText: /^Khorgos Gateway$/ }).count()) > 0);
    await step('found');
    await press('Enter');
    assert.equal((await panelOf(map)).title, 'Khorgos Gateway');
    assert.equal(await focused(), 'Khorgos Gateway');
    await map.evaluate((element) => element.settled);
    const [x, y] = await map.evaluate((element) => element.project(80.2203, 44.1957));
    const { width: wide, height: tall } = await map.boundingBox();
    assert.ok(x > 0 && y > 0 && x < wide && y < tall, 'it is in sight');
    await step('panel');
    await press('Escape');
    assert.match(await focused(), /: map$/, 'the focus is where the search was asked for');
  });

  journey('another lens', async (step) => {
    await until('Tab', async () => (await map.locator('.lens:focus').count()) > 0);
    await step('lenses');
    await press('ArrowRight', 'ArrowRight');
    assert.equal(await map.locator('.lens:focus').textContent(), 'China');
    assert.equal(await map.evaluate((element) => element.lens), 'china');
    assert.match(await told(), /^Point of view: China\. /);
    await step('china');
    await press('ArrowLeft', 'ArrowLeft');
    assert.equal(await map.evaluate((element) => element.lens), null);
    await step('everything');
  });

  journey('the story', async (step) => {
    await until('Tab', async () => (await focused()) === 'Story');
    await step('button');
    await press('Enter');
    assert.match(await told(), /^Step 1 of 9\. /);
    await step('first');
    await press('n');
    assert.match(await told(), /^Step 2 of 9\. /);
    await step('second');
    await until('Tab', async () => (await focused()) === 'Facts and sources');
    await press('Enter');
    assert.ok(await panelOf(map));
    await step('facts');
    await press('Escape');
    assert.equal(await focused(), 'Facts and sources');
    await until('Tab', async () => (await focused()) === 'Next step');
    await press('Enter');
    assert.match(await told(), /^Step 3 of 9\. /);
    await press('Escape');
    assert.equal(await map.locator('.story').isVisible(), false);
    assert.equal(await focused(), 'Story');
    await step('end');
  });

  journey('take away picture and table', async (step) => {
    await until('Tab', async () => (await focused()) === 'About this map');
    await press('Enter');
    await step('card');
    await until('Tab', async () => (await focused()) === 'Save and share');
    await press('Enter');
    await page.getByRole('dialog', { name: 'Save and share' }).waitFor();
    await step('dialog');
    for (const [name, begins] of [['PNG', '\x89PNG'], ['SVG', '<svg '], ['CSV', '\ufeffid,']]) {
      await press('Tab');
      if (!(await focused()).startsWith(name)) await until('Tab', async () => (await focused()).startsWith(name));
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const bytes = await readFile(await file.path());
      assert.ok(bytes.toString(name === 'PNG' ? 'latin1' : 'utf8').includes(begins), `${name} ${bytes.subarray(0, 40)}`);
      assert.ok((await focused()).startsWith(name), 'the focus stays');
    }
    await step('saved');
    await press('Escape');
    assert.equal(await focused(), 'Save and share');
    await press('Escape');
    assert.equal(await focused(), 'About this map');
  });
}

async function press(...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(map);
}

/** Presses a key until something is so. */
async function until(key, isSo) {
  for (let tries = 0; tries < 60; tries += 1) {
    await press(key);
    if (await isSo()) return;
  }
  assert.fail(`not come to by ${key}; the focus is at ${await focused()}, told is ${await told()}`);
}

/** What the live region says now. */
async function told() {
  return (await map.locator('[role=status].unseen').textContent()).replaceAll('\u00a0', ' ').trim();
}

/** What has the focus in the map, by name. */
function focused() {
  return map.evaluate((element) => {
    const node = element.shadowRoot.activeElement;
    return node && (node.getAttribute('aria-label') ?? node.textContent);
  });
}
