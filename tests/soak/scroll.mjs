// Fifty maps on a page that is scrolled through: how long its frames take, beside a page of the same height without maps.
import { start, withPage } from '../e2e/harness.mjs';

const COUNT = 50;
const VIEW = { width: 1000, height: 800 };
const HEIGHT_PX = 500;
const PX_A_SECOND = 2000;

const map = (index) => `<khorgos-map id="m${index}"></khorgos-map>`;
const PAGES = { 'without maps': '<div class="tall"></div>', [`${COUNT} maps`]: Array.from({ length: COUNT }, (_, index) => map(index)).join('') };
const STYLE = `body { margin: 0 } khorgos-map { block-size: ${HEIGHT_PX}px; inline-size: 800px } .tall { block-size: ${COUNT * HEIGHT_PX}px }`;

const site = await start({ csp: true });
try {
  for (const [name, body] of Object.entries(PAGES)) {
    for (const way of ['down', 'up again']) console.log(`${name}, ${way}: ${await scrolled(body, way)}`);
  }
} finally {
  await site.close();
}

/** Frames of a scroll to the page's end, or of the way back after it. */
async function scrolled(body, way) {
  const made = withPage(`<body>${body}`, { viewport: VIEW, reducedMotion: 'reduce' });
  const { page, close } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.route('**/page.css', (route) => route.fulfill({ contentType: 'text/css', body: STYLE }));
      await made.prepare(page);
    },
  });
  await page.evaluate(() => document.querySelector('khorgos-map')?.ready);
  const devtools = await page.context().newCDPSession(page);
  const far = COUNT * HEIGHT_PX - VIEW.height;
  const scroll = (px) => devtools.send('Input.synthesizeScrollGesture', { x: 900, y: 400, yDistance: px, speed: PX_A_SECOND, gestureSourceType: 'mouse' });
  if (way !== 'down') await scroll(-far);
  await page.evaluate(() => {
    window.frames_ms = [];
    let last = performance.now();
    requestAnimationFrame(function next(now) {
      frames_ms.push(now - last);
      last = now;
      window.frame = requestAnimationFrame(next);
    });
  });
  await scroll(way === 'down' ? -far : far);
  const [frames, y] = await page.evaluate(() => (cancelAnimationFrame(frame), [frames_ms.slice(1).sort((a, b) => a - b), scrollY]));
  await close();
  if (y !== (way === 'down' ? far : 0)) throw new Error(`the page was scrolled to ${y}`);
  const share = (part) => `${Math.round(frames[Math.floor((frames.length - 1) * part)])} ms`;
  return `${frames.length} frames; half within ${share(0.5)}, 95 % ${share(0.95)}, 99 % ${share(0.99)}, the longest ${share(1)}`;
}
