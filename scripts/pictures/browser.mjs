// Photographs the page in a real browser into target/pictures/browser/: the same pictures as the native ones, and those in forced colours.
// usage: browser.mjs [word…]   only pictures whose names have all the words
import { mkdir } from 'node:fs/promises';
import { drawn, settled } from '../../tests/e2e/element.mjs';
import { start } from '../../tests/e2e/harness.mjs';
import { LANGUAGES, LENSES, nameOf, SIZES, THEMES } from './list.mjs';

const FOLDER = 'target/pictures/browser';
/** What the browser is to feign, and what the page is to ask for, for a theme. */
const WORN = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  'high-contrast': { theme: 'contrast' },
  print: { media: 'print' },
  forced: { forcedColors: 'active' },
};
const words = process.argv.slice(2);
const isWanted = (name) => words.every((word) => name.includes(word));

await mkdir(FOLDER, { recursive: true });
const began = Date.now();
const { open, close } = await start();
let count = 0;
let wrong = [];
for (const [width, height] of SIZES) {
  for (const lang of LANGUAGES) {
    const wanted = [...THEMES, 'forced'].flatMap((theme) => LENSES.map((lens) => ({ theme, lens, name: nameOf([width, height], lang, theme, lens) }))).filter(({ name }) => isWanted(name));
    if (!wanted.length) continue;
    const { page, problems, close: shut } = await open('', { viewport: { width, height }, locale: lang, reducedMotion: 'reduce' });
    await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
    const map = await drawn(page);
    await map.evaluate((element, lang) => element.setAttribute('lang', lang), lang);
    await drawn(page);
    for (const { theme, lens, name } of wanted) {
      const { theme: asked = 'auto', media = 'screen', forcedColors = 'none' } = WORN[theme];
      await page.emulateMedia({ media, forcedColors });
      await map.evaluate((element, [theme, lens]) => Object.assign(element, { theme, lens }), [asked, lens === 'none' ? null : lens]);
      await settled(map);
      await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
      await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: theme === 'print' });
      count += 1;
    }
    wrong = [...wrong, ...problems];
    await shut();
  }
}
await close();
console.log(`${count} pictures in ${FOLDER}/, ${((Date.now() - began) / 1000).toFixed(0)} s`);
if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
