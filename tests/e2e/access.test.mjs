// Checkers find nothing against the map: in every dress, width and direction, as it comes and with a country's panel open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaints, prepare } from './checkers.mjs';
import { clickCountry, drawn, speak } from './element.mjs';
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

for (const [name, { lang, ...options }] of Object.entries(DRESSES)) {
  test(`${name}: nothing is found against it`, async () => {
    const { page, problems, close } = await site.open('', { reducedMotion: 'reduce', ...options, prepare });
    const map = await drawn(page);
    if (lang) {
      await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
      await speak(map, lang);
    }
    assert.deepEqual(await complaints(page), [], 'as it comes');
    await clickCountry(page, map, 'KAZ');
    await map.locator('.panel.open').waitFor();
    assert.deepEqual(await complaints(page), [], 'with a panel');
    assert.deepEqual(problems, []);
    await close();
  });
}
