// Fonts: a page's own in the map, also when it comes late; and with the same font, the picture that the native command draws.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { drawn, openWide, settled, speak } from './element.mjs';
import { start } from './harness.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FONTS = path.join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf');
const PICTURES = path.join(ROOT, 'target/pictures');
const HOUSE = 'House Sans';
const SANS = [['DejaVuSans', 400, 'normal'], ['DejaVuSans-Bold', 700, 'normal'], ['DejaVuSans-Oblique', 400, 'italic'], ['DejaVuSans-BoldOblique', 700, 'italic']];
const SERIF = [['DejaVuSerif', 400, 'normal'], ['DejaVuSerif-Bold', 700, 'normal'], ['DejaVuSerif-Italic', 400, 'italic']];

let site;
before(async () => {
  site = await start();
  await mkdir(PICTURES, { recursive: true });
});
after(() => site.close());

const addFaces = ([files, family]) => {
  for (const [file, weight, style] of files) document.fonts.add(new FontFace(family, `url(/house/${file}.ttf)`, { weight, style }));
};

/** A page that sets the map in its own font. */
async function open({ files = SANS, ...options } = {}) {
  const prepare = async (page) => {
    await page.route('**/house/*.ttf', async (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      await route.fulfill({ contentType: 'font/ttf', body: await readFile(path.join(FONTS, name)) });
    });
    await page.addInitScript(addFaces, [files, HOUSE]);
    await page.addInitScript((family) => {
      document.addEventListener('DOMContentLoaded', () => document.querySelector('khorgos-map').style.setProperty('--khorgos-font', `"${family}", sans-serif`));
    }, HOUSE);
  };
  const opened = await site.open('', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce', prepare, ...options });
  return { ...opened, map: await drawn(opened.page) };
}

/** Waits until all faces are there, asked for or not. */
async function withFonts({ page, map }) {
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  await settled(map);
}

/** What an exported picture says of its texts: the list of faces, and each text with its place. */
async function texts(map) {
  const svg = await map.evaluate((element) => element.toSVG());
  return { family: svg.match(/ font-family="([^"]*)"/)[1], places: svg.match(/<text .*/g) };
}

test('a page’s font sets the texts of the map', async () => {
  const plain = await openWide(site);
  const { family } = await texts(plain.map);
  assert.ok(family.startsWith('system-ui'), family);
  await plain.close();
  const opened = await open({ files: SERIF });
  await opened.page.waitForFunction(() => [...document.fonts].every(({ status }) => status === 'loaded'), undefined, { timeout: 5000 });
  assert.ok((await texts(opened.map)).family.startsWith(`&quot;${HOUSE}&quot;`), 'asked for by the map itself');
  assert.deepEqual(opened.problems, []);
  await opened.close();
});

test('a font that comes late is measured anew', async () => {
  const early = await open({ files: SERIF });
  await withFonts(early);
  const wanted = await texts(early.map);
  await early.close();

  const late = await open({ files: [] });
  await settled(late.map);
  assert.notDeepEqual((await texts(late.map)).places, wanted.places, 'laid out with the font that stands in');
  await late.page.evaluate(addFaces, [SERIF, HOUSE]);
  await late.page.waitForFunction(() => [...document.fonts].every(({ status }) => status === 'loaded'), undefined, { timeout: 5000 });
  await settled(late.map);
  assert.deepEqual(await texts(late.map), wanted);
  assert.deepEqual(late.problems, []);
  await late.close();
});

const CASES = [
  { name: 'wide', size: [1200, 750], lang: 'en', theme: 'light' },
  { name: 'phone', size: [390, 700], lang: 'ru', theme: 'dark' },
  { name: 'right-to-left', size: [900, 640], lang: 'fa', theme: 'light' },
];

/** What the page takes away: its PNG, and where the texts of its SVG are. */
async function takenAway({ page, map }) {
  const [base64, svg] = await map.evaluate(async (element) => {
    const bytes = new Uint8Array(await (await element.toPNG(1)).arrayBuffer());
    return [btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), await element.toSVG()];
  });
  const boxes = await page.evaluate((svg) => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    documentElement.style.cssText = 'position: fixed; inset: 0 auto auto 0';
    document.body.append(documentElement);
    return [...documentElement.querySelectorAll('text')].map((text) => text.getBoundingClientRect().toJSON());
  }, svg);
  return { png: PNG.sync.read(Buffer.from(base64, 'base64')), boxes };
}

/** How many pixels of two pictures differ, by more than their edges, in all and beside the texts. */
function differences(one, other, boxes) {
  const { width, height } = one;
  const marks = new PNG({ width, height });
  const all = pixelmatch(one.data, other.data, marks.data, width, height, { threshold: 0.2, diffMask: true });
  const HALO_PX = 3;
  const isText = (x, y) => boxes.some(({ left, top, right, bottom }) => x > left - HALO_PX && x < right + HALO_PX && y > top - HALO_PX && y < bottom + HALO_PX);
  let beside = 0;
  for (let at = 0; at < width * height; at += 1) {
    const [red, green] = marks.data.subarray(4 * at, 4 * at + 2);
    const isMarked = red === 255 && green === 0; // yellow: an edge that is smoothed otherwise
    if (isMarked && !isText(at % width, Math.floor(at / width))) beside += 1;
  }
  return { all: all / (width * height), beside, marks };
}

for (const { name, size, lang, theme } of CASES) {
  test(`the native command draws the browser’s picture but for the hinting of letters: ${name}`, async () => {
    const opened = await open({ viewport: { width: size[0], height: size[1] } });
    await withFonts(opened);
    await opened.map.evaluate((element, theme) => (element.theme = theme), theme);
    if (lang !== 'en') await speak(opened.map, lang);
    await settled(opened.map);
    const { png, boxes } = await takenAway(opened);
    assert.deepEqual(opened.problems, []);
    await opened.close();
    const file = (by) => path.join(PICTURES, `same-font-${name}-${by}.png`);
    const options = ['--no-system-fonts', '--fonts', FONTS, '--font', 'DejaVu Sans', '--size', size.join('x'), '--lang', lang, '--theme', theme];
    await run('target/debug/khorgos', ['png', ...options, '-o', file('native'), 'assets/briefs/kazakhstan.json'], { cwd: ROOT });
    const native = PNG.sync.read(await readFile(file('native')));
    assert.deepEqual([native.width, native.height], [png.width, png.height]);
    const { all, beside, marks } = differences(png, native, boxes);
    await writeFile(file('browser'), PNG.sync.write(png));
    await writeFile(file('difference'), PNG.sync.write(marks));
    assert.ok(boxes.length > 40, `${boxes.length} texts`);
    assert.ok(all > 0 && all < 0.08, `${all} of the pixels differ`);
    assert.ok(beside < 100, `${beside} pixels differ beside the texts`);
  });
}
