// Checkers find nothing against the map: in every dress, width and direction, as it comes, and with whatever opens on it open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaints, prepare } from './checkers.mjs';
import { clickCountry, drawn, framesShown, speak } from './element.mjs';
import { start } from './harness.mjs';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const WIDE = { viewport: { width: 1200, height: 750 } };
const DRESSES = {
  light: WIDE,
  dark: { ...WIDE, colorScheme: 'dark' },
  'forced colours': { ...WIDE, forcedColors: 'active' },
  'from right to left': { ...WIDE, lang: 'fa' },
  'at 320 px': { viewport: { width: 320, height: 640 }, hasTouch: true },
};

/** Opens the map in a dress. */
async function open({ lang, ...options }) {
  const opened = await site.open('', { reducedMotion: 'reduce', ...options, prepare });
  const map = await drawn(opened.page);
  if (lang) {
    await opened.page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    await speak(map, lang);
  }
  return { ...opened, map };
}

for (const [name, dress] of Object.entries(DRESSES)) {
  test(`${name}: nothing is found against it`, async () => {
    const { page, map, problems, close } = await open(dress);
    assert.deepEqual(await complaints(page), [], 'as it comes');
    await clickCountry(page, map, 'KAZ');
    await map.locator('.panel.open').waitFor();
    assert.deepEqual(await complaints(page), [], 'with a panel');
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${name}: nothing is found against what opens on it`, async () => {
    const { page, map, problems, close } = await open(dress);
    const holds = async (what) => {
      await framesShown(page);
      assert.deepEqual(await complaints(page), [], what);
    };
    for (const opener of ['.opens-legend', '.opens-layers', '.opens-info', '.mover .control']) {
      const button = map.locator(opener).first();
      if (!(await button.isVisible())) continue;
      await button.click();
      await holds(opener);
      await page.keyboard.press('Escape');
    }
    for (const [at, what] of ['search', 'list and table', 'settings'].entries()) {
      await map.locator('.tools .control').nth(at).click();
      await map.locator('dialog[open]').waitFor();
      if (what === 'search') {
        await page.keyboard.type('china');
        await map.locator('.option').first().waitFor();
      }
      await holds(what);
      if (what === 'list and table') {
        await map.locator('dialog[open] [role="tab"]').nth(1).click();
        await holds('table');
      }
      await page.keyboard.press('Escape');
      await map.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await map.locator('.opens-info').click();
    await map.locator('.about .action').first().click();
    await map.locator('dialog[open].share').waitFor();
    await map.locator('.share .action', { hasText: 'BibTeX' }).click();
    await holds('save and share');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await map.locator('canvas').first().focus();
    await page.keyboard.press('?');
    await map.locator('dialog[open]').waitFor();
    await holds('table of keys');
    await page.keyboard.press('Escape');
    await map.locator('.lens').nth(2).click();
    await map.locator('.panel.open').waitFor();
    await holds('lens');
    await map.locator('.panel .close').click();
    await map.locator('.opens-story').click();
    await map.locator('.story:not([hidden])').waitFor();
    await holds('story');
    assert.deepEqual(problems, []);
    await close();
  });
}

for (const [name, options] of Object.entries({ light: WIDE, dark: { ...WIDE, colorScheme: 'dark' }, 'at 320 px': DRESSES['at 320 px'] })) {
  test(`${name}: nothing is found against the report on all this`, async () => {
    const { page, problems, close } = await site.open('accessibility.html', { ...options, prepare });
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(problems, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
    await close();
  });
}

for (const name of ['embed', 'brief', 'cite', 'style', 'worldviews', 'privacy']) {
  test(`the guide, ${name}: nothing is found against it, its links lead somewhere, and its picture is there`, async () => {
    for (const options of [WIDE, { ...DRESSES['at 320 px'], colorScheme: 'dark' }]) {
      const { page, problems, close } = await site.open(`guide/${name}.html`, { ...options, prepare });
      assert.deepEqual(await complaints(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
      const picture = page.locator('.picture img');
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((image) => image.decode());
      for (const link of await page.locator('nav a').evaluateAll((links) => links.map(({ href }) => href))) assert.equal((await page.request.get(link)).status(), 200, link);
      assert.deepEqual(problems, []);
      await close();
    }
  });
}
