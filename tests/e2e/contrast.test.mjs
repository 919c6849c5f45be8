// Contrast as it is on the screen, pixel by pixel: of the mark of the focus against what is there without it (WCAG 2.2, 2.4.13 and
// 1.4.11), and of the map's own labels against what lies about their letters (1.4.3).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWide, settled } from './element.mjs';
import { start } from './harness.mjs';

const WIDE = { viewport: { width: 1200, height: 750 } };
const DRESSES = {
  light: WIDE,
  dark: { ...WIDE, colorScheme: 'dark' },
  'more contrast': { ...WIDE, contrast: 'more' },
  'forced colours': { ...WIDE, forcedColors: 'active' },
  'at 320 px': { viewport: { width: 320, height: 640 } },
};

/** Relative luminance of a colour as WCAG defines it, as the body of a function: it is needed in pages too. */
const LUMINANCE = `
  const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);`;

let site, reader;
before(async () => {
  site = await start({ csp: true });
  reader = await site.browser.newPage(); // reads pictures
});
after(() => site.close());

/** How many pixels of two pictures of the same part of a page differ by 3:1 or more. */
function changed(...pictures) {
  return reader.evaluate(
    async ([pictures, luminance]) => {
      const light = new Function('red', 'green', 'blue', luminance);
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let count = 0;
      for (let at = 0; at < one.length; at += 4) {
        const [a, b] = [one, other].map((data) => light(data[at], data[at + 1], data[at + 2]) + 0.05);
        if (Math.max(a, b) / Math.min(a, b) >= 3) count += 1;
      }
      return count;
    },
    [pictures.map((png) => png.toString('base64')), LUMINANCE],
  );
}

const focusBox = (map) =>
  map.evaluate((element) => {
    const node = element.shadowRoot.activeElement;
    const { left, top, width, height } = node.getBoundingClientRect();
    return { name: node.getAttribute('aria-label') ?? node.textContent, left, top, width, height };
  });

for (const [name, options] of Object.entries(DRESSES)) {
  test(`${name}: the mark of the focus differs by 3:1 from what is there without it, all around`, async () => {
    const { page, map, problems, close } = await openWide(site, options);
    const { width, height } = options.viewport;
    const marked = new Set();
    for (let stops = 0; stops < 16; stops += 1) {
      await page.keyboard.press('Tab');
      await settled(map);
      if (!(await map.evaluate((element) => element.shadowRoot.activeElement))) break;
      const box = await focusBox(map);
      const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
      const clip = { x: left, y: top, width: Math.min(width, box.left + box.width + 8) - left, height: Math.min(height, box.top + box.height + 8) - top };
      const with_ = await page.screenshot({ clip });
      await map.evaluate((element) => element.shadowRoot.activeElement.blur()); // Tab goes on from there
      const without = await page.screenshot({ clip });
      // As large as a line of one pixel along the whole edge, which 2.4.13 asks for twice; a chip that is half out of sight has the rest.
      const inSight = [Math.min(box.width, clip.width), Math.min(box.height, clip.height)];
      const least = 2 * (inSight[0] + inSight[1]);
      const count = await changed(with_, without);
      assert.ok(count >= least, `${box.name}: ${count} pixels of ${least}`);
      marked.add(box.name);
    }
    assert.ok(marked.size > 8, [...marked].join());
    assert.deepEqual(problems, []);
    await close();
  });

  test(`${name}: the ring differs by 3:1 from what is there without it, wherever it goes`, async () => {
    const { page, map, close } = await openWide(site, options);
    await page.keyboard.press('Tab');
    for (const key of ['n', ']', 'n', 'n', ']', 'n', ']', 'n', ']']) {
      await page.keyboard.press(key);
      await settled(map);
      const { x, y, width, height } = await map.locator('.ring').boundingBox();
      const clip = { x: Math.max(0, x - 3), y: Math.max(0, y - 3), width: width + 6, height: height + 6 };
      const with_ = await page.screenshot({ clip });
      const hide = (isHidden) => map.evaluate((element, isHidden) => element.shadowRoot.querySelector('.ring').toggleAttribute('hidden', isHidden), isHidden);
      await hide(true);
      const without = await page.screenshot({ clip });
      await hide(false);
      const least = Math.PI * width;
      const count = await changed(with_, without);
      assert.ok(count >= least, `after ${key}: ${count} pixels of ${least}`);
    }
    await close();
  });

  test(`${name}: letters on the map stand 4.5:1 against what lies about them`, async () => {
    const prepare = (page) => page.addInitScript(recordTexts);
    const { page, close } = await openWide(site, { ...options, deviceScaleFactor: 2, prepare });
    const texts = await page.evaluate(aboutLetters, LUMINANCE);
    assert.ok(texts.length > 12, `${texts.length} texts`);
    const faint = texts.filter(({ share }) => share < 0.5).map(({ text, ink, share }) => `${text} ${ink} ${share.toFixed(2)}`);
    assert.deepEqual(faint, []);
    await close();
  });
}

/** In the page, before it is loaded: notes each text that is painted on a canvas, and where on it. */
function recordTexts() {
  globalThis.painted = [];
  for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const own = prototype.fillText;
    prototype.fillText = function (text, x, y, ...more) {
      const { width, actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent, actualBoundingBoxLeft: left } = this.measureText(text);
      const matrix = this.getTransform();
      const corners = [[x - left, y - ascent], [x - left + width, y - ascent], [x - left, y + descent], [x - left + width, y + descent]].map(([x, y]) => matrix.transformPoint({ x, y }));
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
      painted.push({ text, context: this, ink: this.fillStyle, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round) });
      return own.call(this, text, x, y, ...more);
    };
  }
}

/** In the page: for each text of the last picture, how much of what is not its ink stands 4.5:1 or more against it. */
function aboutLetters(luminance) {
  const light = new Function('red', 'green', 'blue', luminance);
  const inkOf = (style) => [1, 3, 5].map((at) => parseInt(style.slice(at, at + 2), 16));
  const last = painted.at(-1).context;
  const { width, height } = last.canvas;
  const { data } = last.getImageData(0, 0, width, height);
  return painted
    .filter(({ context, ink, text, box: [left, top, right, bottom] }) => context === last && ink.length === 7 && text.trim() && left > 0 && top > 0 && right < width && bottom < height)
    .map(({ text, ink, box: [left, top, right, bottom] }) => {
      const own = light(...inkOf(ink));
      let [about, clear] = [0, 0];
      for (let y = top - 2; y <= bottom + 2; y += 1) {
        for (let x = left - 2; x <= right + 2; x += 1) {
          const at = 4 * (y * width + x);
          const other = light(data[at], data[at + 1], data[at + 2]);
          const contrast = (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
          if (contrast < 1.3) continue; // its ink
          about += 1;
          if (contrast >= 4.5) clear += 1;
        }
      }
      return { text, ink, share: clear / about };
    });
}
