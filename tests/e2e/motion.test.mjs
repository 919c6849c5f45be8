// Motion along flows: only where the page asks for it and somebody sees it, and never a frame for nothing.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { drawn, picture, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const GENTLE = '<body class="full"><khorgos-map motion="gentle"></khorgos-map>';

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

/** Opens a page that counts what is asked for and drawn: frames, and texts and dots on each canvas. */
async function open(body = GENTLE, options = {}) {
  const made = withPage(body, { reducedMotion: 'no-preference', ...options });
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await made.prepare(page);
      await page.addInitScript(() => {
        const counted = (window.counted = { frames: 0, texts: 0, dots: 0, cleared: 0 });
        const frame = window.requestAnimationFrame.bind(window);
        window.nextFrame = () => new Promise((resolve) => frame(resolve)); // the test's own, not counted
        const count = (on, name, key, when = () => true) => {
          const own = on[name];
          on[name] = function (...values) {
            if (when(this)) counted[key] += 1;
            return own.apply(this, values);
          };
        };
        const isMarks = ({ canvas }) => canvas.className === 'marks';
        count(window, 'requestAnimationFrame', 'frames');
        count(CanvasRenderingContext2D.prototype, 'fillText', 'texts', (context) => !isMarks(context));
        count(CanvasRenderingContext2D.prototype, 'arc', 'dots', isMarks);
        count(CanvasRenderingContext2D.prototype, 'clearRect', 'cleared', isMarks);
      });
    },
  }));
  map = await drawn(page);
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

/** What is counted while the browser shows `frames` frames. */
const during = (frames) =>
  page.evaluate(async (frames) => {
    await nextFrame();
    const before = { ...counted };
    for (let i = 0; i < frames; i += 1) await nextFrame();
    return Object.fromEntries(Object.entries(counted).map(([key, count]) => [key, count - before[key]]));
  }, frames);

const STILL = { frames: 0, texts: 0, dots: 0, cleared: 0 };

/** Waits until the marks are painted, and painted again. */
const moves = () =>
  page.evaluate(async () => {
    for (const goal = counted.cleared + 3; counted.cleared < goal; ) await nextFrame();
  });

/** Waits until no more frames are asked for. */
async function stops() {
  await page.evaluate(async () => {
    for (let before; before !== counted.frames; await nextFrame(), await nextFrame()) before = counted.frames;
  });
  assert.deepEqual(await during(10), STILL);
}

const dots = () =>
  map.evaluate((element) => {
    const marks = element.shadowRoot.querySelector('.marks');
    const { data } = marks.getContext('2d').getImageData(0, 0, marks.width, marks.height);
    return new Uint32Array(data.buffer).reduce((sum, pixel, index) => (pixel ? (sum + index) % 1e9 : sum), 0);
  });

test('marks move, and the map below is not painted for them', async () => {
  await open();
  const below = await picture(map);
  await moves();
  const first = await dots();
  assert.ok(first > 0, 'there are marks');
  const { texts, dots: drawnDots, frames } = await during(15);
  assert.equal(texts, 0);
  assert.ok(drawnDots > 10 && frames > 1, `${drawnDots} dots in ${frames} frames`);
  assert.notEqual(await dots(), first);
  assert.equal(await picture(map), below);
  await photograph(page, 'wide-motion');
});

test('settled does not wait for them, and they follow the view', async () => {
  await open();
  await moves();
  await map.evaluate((element) => element.zoomBy(1.4));
  await settled(map);
  await moves();
  const { texts } = await during(5);
  assert.equal(texts, 0);
  const sizes = await map.evaluate((element) => ['canvas', '.marks'].map((selector) => element.shadowRoot.querySelector(selector)).map(({ width, height }) => `${width} × ${height}`));
  assert.equal(sizes[0], sizes[1]);
});

test('without the attribute nothing moves, and no frame is asked for', async () => {
  await open(GENTLE.replace(' motion="gentle"', ''));
  await stops();
  await map.evaluate((element) => (element.motion = 'gentle'));
  await moves();
  assert.equal(await map.getAttribute('motion'), 'gentle');
  await map.evaluate((element) => (element.motion = null));
  await stops();
  assert.equal(await map.locator('.marks').count(), 0);
  await map.evaluate((element) => (element.motion = 'wild'));
  await stops();
});

test('a reader who wants less motion gets none, also later on', async () => {
  await open(GENTLE, { reducedMotion: 'reduce' });
  await stops();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await moves();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await stops();
  assert.equal(await map.locator('.marks').isVisible(), false, 'they do not stand about');
});

test('off screen they rest', async () => {
  await open('<body class="two"><khorgos-map motion="gentle"></khorgos-map><p class="far"></p>');
  await moves();
  await page.locator('.far').evaluate((far) => {
    far.style.setProperty('height', '4000px');
    far.scrollIntoView({ block: 'end' });
  });
  await stops();
  await page.evaluate(() => scrollTo(0, 0));
  await moves();
});

test('in a hidden tab they rest', async () => {
  await open();
  await moves();
  // A headless browser hides no tab: the page is told what a hidden one is told.
  const hide = (hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await stops();
  await hide(false);
  await moves();
});

test('where nothing goes one way, no frame is asked for', async () => {
  await open();
  await moves();
  await map.evaluate((element) => {
    for (const box of element.shadowRoot.querySelectorAll('.layers input')) if (box.checked) box.click();
  });
  await settled(map);
  await stops();
});

test('on paper and after the end there are none', async () => {
  await open();
  await moves();
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => matchMedia('print').matches);
  await stops();
  assert.equal(await map.locator('.marks').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await moves();
  await map.evaluate((element) => element.destroy());
  await stops();
});
