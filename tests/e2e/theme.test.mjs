// Themes: what the page asks for, what the reader prefers, and paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawn, framesShown, picture, settled } from './element.mjs';
import { picture as photograph, start } from './harness.mjs';

const OPTIONS = { viewport: { width: 1200, height: 750 }, colorScheme: 'light', reducedMotion: 'reduce' };

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());


/** The colours of the interface and of the map's ground, as `rgb(…)`; and the legend's first swatch. */
const look = async (map) => {
  await framesShown(map);
  await settled(map);
  return map.evaluate((element) => {
    const root = element.shadowRoot;
    const of = (selector, property) => getComputedStyle(root.querySelector(selector))[property];
    const canvas = root.querySelector('canvas');
    const [x, y] = element.project(51.2, 39).map((at) => (at * canvas.width) / innerWidth); // the Caspian; the map is as wide as the page
    const [red, green, blue] = canvas.getContext('2d').getImageData(x, y, 1, 1).data;
    return {
      paper: of('.legend', 'backgroundColor'),
      ink: of('.title h2', 'color'),
      scheme: getComputedStyle(element).colorScheme,
      sea: `rgb(${red}, ${green}, ${blue})`,
      swatch: root.querySelector('.legend .swatch path').getAttribute('stroke'),
    };
  });
};

const LIGHT = { paper: 'rgb(253, 252, 249)', ink: 'rgb(42, 41, 38)', scheme: 'light', sea: 'rgb(219, 229, 233)', swatch: '#ad3321' };
const DARK = { paper: 'rgb(31, 37, 40)', ink: 'rgb(236, 232, 223)', scheme: 'dark', sea: 'rgb(18, 24, 28)', swatch: '#e2705a' };
const CONTRAST_LIGHT = { paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', scheme: 'light', sea: 'rgb(227, 237, 242)', swatch: '#901404' };
const CONTRAST_DARK = { paper: 'rgb(10, 10, 10)', ink: 'rgb(255, 255, 255)', scheme: 'dark', sea: 'rgb(0, 0, 0)', swatch: '#ff7a5c' };

test('the attribute and the property choose a theme; view and selection stay', async () => {
  const { page, problems, close } = await site.open('', OPTIONS);
  const map = await drawn(page);
  assert.equal(await map.evaluate((element) => element.theme), 'auto');
  await map.evaluate((element) => {
    element.select('khorgos-gateway');
    element.panBy(-20, 10);
  });
  await settled(map);
  const [light, at] = [await picture(map), await map.evaluate((element) => element.project(70, 45))];
  for (const [theme, expected] of [['dark', DARK], ['contrast', CONTRAST_LIGHT], ['light', LIGHT]]) {
    await map.evaluate((element, theme) => (element.theme = theme), theme);
    assert.equal(await map.getAttribute('theme'), theme);
    assert.deepEqual(await look(map), expected, theme);
    assert.deepEqual(await map.evaluate((element) => element.project(70, 45)), at);
    assert.ok(await map.locator('.panel.open').isVisible());
  }
  assert.equal(await picture(map), light, 'as it was');
  await map.evaluate((element) => element.setAttribute('theme', 'sepia'));
  assert.equal(await map.evaluate((element) => element.theme), 'auto');
  await page.emulateMedia({ colorScheme: 'dark' });
  await map.evaluate((element) => element.setAttribute('theme', 'light'));
  assert.deepEqual(await look(map), LIGHT, 'what the page asks for comes before the scheme');
  await map.evaluate((element) => (element.theme = null));
  assert.equal(await map.getAttribute('theme'), null);
  assert.deepEqual(await look(map), DARK);
  assert.deepEqual(problems, []);
  await close();
});

test('auto follows scheme and contrast while the page is open', async () => {
  const { page, problems, close } = await site.open('', OPTIONS);
  const map = await drawn(page);
  for (const [media, expected] of [
    [{ colorScheme: 'light' }, LIGHT],
    [{ colorScheme: 'dark' }, DARK],
    [{ contrast: 'more' }, CONTRAST_DARK],
    [{ colorScheme: 'light' }, CONTRAST_LIGHT],
    [{ contrast: 'no-preference' }, LIGHT],
  ]) {
    await page.emulateMedia(media);
    assert.deepEqual(await look(map), expected, JSON.stringify(media));
  }
  assert.deepEqual(problems, []);
  await close();
});

test('a theme that is preferred from the start is there from the start', async () => {
  const { page, problems, close } = await site.open('', { ...OPTIONS, colorScheme: 'dark', contrast: 'more' });
  assert.deepEqual(await look(await drawn(page)), CONTRAST_DARK);
  await photograph(page, 'wide-contrast-dark');
  assert.deepEqual(problems, []);
  await close();
});

test('forced colours are the reader\'s, whatever the page asks for', async () => {
  const { page, problems, close } = await site.open('', { ...OPTIONS, colorScheme: 'dark', forcedColors: 'active' });
  const map = await drawn(page);
  await map.evaluate((element) => (element.theme = 'light'));
  const { canvas, link } = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('span'));
    const read = (name) => {
      probe.style.setProperty('color', name);
      return getComputedStyle(probe).color;
    };
    return { canvas: read('Canvas'), link: read('LinkText') };
  });
  const { sea, swatch } = await look(map);
  assert.equal(sea, canvas);
  const rgb = swatch.match(/[0-9a-f]{2}/g).map((byte) => Number.parseInt(byte, 16));
  assert.equal(`rgb(${rgb.join(', ')})`, link);
  await photograph(page, 'wide-forced');
  await page.emulateMedia({ forcedColors: 'none' });
  assert.deepEqual(await look(map), LIGHT);
  assert.deepEqual(problems, []);
  await close();
});

test('paper is white, sharp and without controls; afterwards all is as before', async () => {
  const { page, problems, close } = await site.open('', { ...OPTIONS, colorScheme: 'dark' });
  const map = await drawn(page);
  await map.evaluate((element) => element.select('khorgos-gateway'));
  await settled(map);
  const before = await picture(map);
  await page.emulateMedia({ media: 'print' });
  const { paper, sea } = await look(map);
  assert.deepEqual([paper, sea], ['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  const wide = await map.evaluate((element) => element.shadowRoot.querySelector('canvas').width);
  assert.equal(wide, (1200 * 300) / 96);
  for (const hidden of ['.controls', '.openers', '.lenses', '.panel', '.opens-info']) assert.equal(await map.locator(hidden).isVisible(), false, hidden);
  for (const shown of ['.title', 'canvas', '.legend', '.credit-line']) assert.ok(await map.locator(shown).isVisible(), shown);
  await photograph(page, 'print');
  await page.emulateMedia({ media: 'screen' });
  await framesShown(map);
  await settled(map);
  assert.equal(await picture(map), before);

  // A printer asks by events, and does not wait for a frame.
  await page.evaluate(() => {
    window.widths = [];
    const { shadowRoot } = document.querySelector('khorgos-map');
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, () => widths.push(shadowRoot.querySelector('canvas').width));
  });
  await page.pdf();
  assert.deepEqual(await page.evaluate(() => widths), [(1200 * 300) / 96, 1200]);
  await settled(map);
  assert.equal(await picture(map), before);
  assert.deepEqual(problems, []);
  await close();
});

test('a destroyed element listens to the reader\'s media no longer', async () => {
  const { page, problems, close } = await site.open('', OPTIONS);
  const map = await drawn(page);
  const ink = () => map.evaluate((element) => getComputedStyle(element).color);
  await map.evaluate((element) => element.destroy());
  const before = await ink();
  await page.emulateMedia({ colorScheme: 'dark' });
  await framesShown(map);
  assert.equal(await ink(), before);
  assert.deepEqual(problems, []);
  await close();
});
