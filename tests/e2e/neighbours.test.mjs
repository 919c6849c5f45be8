// Maps that share a page with other maps and with a text: none moves the page, disturbs another, or leaves anything behind.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { clickCountry, drawn, openGround, panelOf, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

const TWO = '<body class="two"><khorgos-map id="first"></khorgos-map><khorgos-map id="second"></khorgos-map><p>text</p>';
const OPTIONS = { viewport: { width: 1000, height: 1400 }, reducedMotion: 'reduce' };

let site, page, problems, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

async function open(body, options, script) {
  const made = withPage(body, options);
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await made.prepare(page);
      if (script) await page.addInitScript(script);
    },
  }));
}

test('a press on one map leaves the other one’s panel alone; one beside both shuts them', async () => {
  await open(TWO, OPTIONS);
  const [first, second] = [await drawn(page, '#first'), await drawn(page, '#second')];
  await clickCountry(page, first, 'KAZ');
  await clickCountry(page, second, 'MNG');
  assert.equal((await panelOf(first)).title, 'Kazakhstan');
  assert.equal((await panelOf(second)).title, 'Mongolia');
  await page.locator('body > p').click();
  assert.equal(await panelOf(first), undefined);
  assert.equal(await panelOf(second), undefined);
});

test('Escape with the focus nowhere shuts one thing at a time, of the map that was used last', async () => {
  await open(TWO, OPTIONS);
  const [first, second] = [await drawn(page, '#first'), await drawn(page, '#second')];
  await clickCountry(page, second, 'MNG');
  await clickCountry(page, first, 'KAZ');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(first), undefined);
  assert.equal((await panelOf(second)).title, 'Mongolia');
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(second), undefined);
});

test('a finger on one map is nothing to the other', async () => {
  await open(TWO, { ...OPTIONS, viewport: { width: 390, height: 900 }, hasTouch: true, isMobile: true });
  const [first, second] = [await drawn(page, '#first'), await drawn(page, '#second')];
  const seat = (map) => map.evaluate((element) => [...element.project(71.45, 51.18)]);
  const before = await seat(second);
  const devtools = await page.context().newCDPSession(page);
  const spot = async (map) => {
    const { x, y, width, height } = await map.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const [a, b] = [await spot(first), await spot(second)];
  // One finger on each: for each map it is one finger.
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ ...a, id: 0 }, { ...b, id: 1 }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ ...a, y: a.y - 50, id: 0 }, { ...b, id: 1 }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await settled(second);
  assert.deepEqual(await seat(second), before);
});

test('nothing in a panel moves the page', async () => {
  await open('<body class="two"><p>text</p><khorgos-map></khorgos-map><p class="far">text</p>', { viewport: { width: 1000, height: 500 }, reducedMotion: 'reduce' });
  await page.locator('.far').evaluate((far) => far.style.setProperty('height', '3000px'));
  const map = await drawn(page);
  // The map hangs over the view's lower edge.
  const at = await page.evaluate(() => (scrollTo(0, 0), scrollY));
  const { x, y } = await openGround(map, 'KAZ');
  await page.mouse.click(x, Math.min(y, 480));
  await map.evaluate((element) => element.select('KAZ'));
  await settled(map);
  const scrolled = () => page.evaluate(() => scrollY);
  const inside = (selector) => map.locator(selector).first().evaluate((node) => node.click());
  const top = () => map.locator('.panel-body').evaluate((body) => body.scrollTop);
  await map.locator('.themes button').last().evaluate((node) => node.click());
  assert.equal(await scrolled(), at);
  const far = await top();
  assert.ok(far > 100, 'the panel itself scrolls');
  await inside('.note-mark');
  assert.equal(await scrolled(), at);
  await inside('.back');
  assert.equal(await scrolled(), at);
  const isInSight = await map.locator('.note-mark').first().evaluate((mark) => {
    const [at, sight] = [mark, mark.closest('.panel-body')].map((node) => node.getBoundingClientRect());
    return at.top >= sight.top && at.bottom <= sight.bottom;
  });
  assert.ok(isInSight, 'back where the number is');
  await map.locator('.opens-layers').evaluate((node) => node.click());
  await page.keyboard.press('Escape');
  for (const lens of await map.locator('.lens').all()) {
    await lens.evaluate((node) => (node.focus({ preventScroll: true }), node.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))));
  }
  assert.equal(await scrolled(), at);
});

/** Counts listeners on what outlives the element, observers, timers, frames and addresses of files that are not let go. */
function count() {
  const kept = (window.kept = { listeners: 0, observers: 0, frames: 0, timers: 0, urls: 0 });
  const isOutside = (target) => target === window || target === document || target instanceof MediaQueryList;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new Map();
  const drop = (target, key) => {
    if (known.get(target)?.delete(key)) kept.listeners -= 1;
  };
  EventTarget.prototype.addEventListener = function (type, handler, options) {
    const target = this ?? window;
    if (isOutside(target) && handler && !options?.signal?.aborted) {
      const all = known.get(target) ?? new Map();
      const key = `${type} ${Boolean(options?.capture ?? options === true)}`;
      const id = `${key} ${(handler.countId ??= Math.random())}`;
      if (!all.has(id)) {
        known.set(target, all.set(id, true));
        kept.listeners += 1;
        if (options?.signal) addEventListener.call(options.signal, 'abort', () => drop(target, id));
        if (options?.once) addEventListener.call(target, type, () => drop(target, id), { once: true, signal: options.signal });
      }
    }
    return addEventListener.call(target, type, handler, options);
  };
  EventTarget.prototype.removeEventListener = function (type, handler, options) {
    const target = this ?? window;
    if (handler?.countId) drop(target, `${type} ${Boolean(options?.capture ?? options === true)} ${handler.countId}`);
    return removeEventListener.call(target, type, handler, options);
  };
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
    const Own = window[name];
    window[name] = class extends Own {
      #on = false;
      observe(...values) {
        if (!this.#on) kept.observers += 1;
        this.#on = true;
        super.observe(...values);
      }
      disconnect() {
        if (this.#on) kept.observers -= 1;
        this.#on = false;
        super.disconnect();
      }
    };
  }
  for (const [ask, cancel, key] of [['requestAnimationFrame', 'cancelAnimationFrame', 'frames'], ['setTimeout', 'clearTimeout', 'timers']]) {
    const [askOwn, cancelOwn] = [window[ask].bind(window), window[cancel].bind(window)];
    const due = new Set();
    window[ask] = (callback, ...rest) => {
      const id = askOwn((...values) => (due.delete(id) && (kept[key] -= 1), callback(...values)), ...rest);
      due.add(id);
      kept[key] += 1;
      return id;
    };
    window[cancel] = (id) => {
      if (due.delete(id)) kept[key] -= 1;
      cancelOwn(id);
    };
  }
  const { createObjectURL, revokeObjectURL } = URL;
  const urls = new Set();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    urls.add(url);
    kept.urls += 1;
    return url;
  };
  URL.revokeObjectURL = (url) => {
    if (urls.delete(url)) kept.urls -= 1;
    revokeObjectURL.call(URL, url);
  };
}

test('an element that is gone leaves no listener, observer, frame, timer or file behind', async () => {
  await open('<body class="two"><p>text</p>', { viewport: { width: 1000, height: 800 }, reducedMotion: 'no-preference' }, count);
  await page.evaluate(() => customElements.whenDefined('khorgos-map'));
  const kept = () => page.evaluate(() => ({ ...kept }));
  const before = await kept();
  const lives = async () => {
    await page.evaluate(() => {
      const map = document.createElement('khorgos-map');
      map.gestures = 'greedy';
      map.motion = 'gentle';
      document.body.append(map);
    });
    const map = await drawn(page);
    await clickCountry(page, map, 'KAZ');
    const download = page.waitForEvent('download');
    await map.getByRole('button', { name: 'Table (CSV)' }).click();
    await download;
    // In the middle of a throw, with a wheel behind it.
    const { x, y } = await openGround(map, 'KAZ');
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 5; step++) await page.mouse.move(x - step * 20, y);
    await page.mouse.up();
    const during = await kept();
    assert.ok(during.listeners > before.listeners && during.observers > before.observers && during.urls === 1, JSON.stringify(during));
    await page.evaluate(() => document.querySelector('khorgos-map').remove());
    await page.waitForFunction(() => kept.urls === 0);
  };
  // What the modules themselves keep is there once for all maps, and what looks on from outside, too.
  await lives();
  const once = await kept();
  await lives();
  assert.deepEqual(await kept(), once);
  assert.deepEqual([once.frames, once.timers, once.urls], [0, 0, 0]);
});
