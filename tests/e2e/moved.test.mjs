// What a page does with the element as with any other: it moves it, also into another document, takes it out while it loads or flies,
// copies it, makes one that it never shows, and is hidden by its reader.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { clickCountry, colours, drawn, framesShown, panelOf, picture, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

const small = await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8');
const BODY = '<div id="here"><khorgos-map></khorgos-map></div><div id="there"></div><iframe id="other" src="other.html" width="1100" height="700"></iframe>';

let site, page, problems, closePage, map;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

/** `held`: addresses whose answers wait until `letGo()`. */
async function open({ body = BODY, held, ...options } = {}) {
  const made = withPage(body, { viewport: { width: 1100, height: 700 }, reducedMotion: 'reduce', ...options });
  let letGo;
  const gone = new Promise((resolve) => (letGo = resolve));
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.route('**/other.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><p>Text.</p>' }));
      await page.route('**/small.json', (route) => route.fulfill({ contentType: 'application/json', body: small }));
      if (held) {
        await page.route(held, async (route) => {
          await gone;
          await route.continue().catch(() => {}); // nobody waits for it any more
        });
      }
      await made.prepare(page);
    },
  }));
  await page.evaluate(() => customElements.whenDefined('khorgos-map'));
  map = page.locator('khorgos-map');
  return letGo;
}

/** Moves the map into the frame's document, or back; a locator of it there. */
async function moveTo(where) {
  await page.evaluate((where) => {
    const frame = document.querySelector('#other');
    const [here, there] = [document.querySelector('#here'), frame.contentDocument.body];
    const map = here.querySelector('khorgos-map') ?? there.querySelector('khorgos-map');
    (where === 'frame' ? there : here).append(map);
    if (where === 'frame') frame.scrollIntoView();
    else scrollTo(0, 0);
  }, where);
  const there = where === 'frame' ? page.frameLocator('#other').locator('khorgos-map') : page.locator('khorgos-map');
  await framesShown(page);
  await settled(there);
  return there;
}

test('into another document and back: it keeps map, view and look, and hears what happens there', async () => {
  await open();
  await drawn(page);
  await map.evaluate((element) => element.zoomBy(1.5));
  await settled(map);
  const { before, at, sheets } = { before: await picture(map), at: await map.evaluate((element) => [...element.project(68, 48)]), sheets: await map.evaluate((element) => element.shadowRoot.adoptedStyleSheets.length) };

  const there = await moveTo('frame');
  assert.equal(await there.evaluate((element) => element.shadowRoot.adoptedStyleSheets.length), sheets);
  assert.equal(await there.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.panel')).position), 'absolute');
  assert.deepEqual(await there.evaluate((element) => [...element.project(68, 48)].map((px) => px / element.clientWidth)), at.map((px) => px / 1100));
  assert.ok((await colours(there)) > 50);

  // By the mouse, the keyboard and a press beside it.
  const press = async () => {
    const frame = await page.locator('#other').boundingBox();
    const { x, y } = await there.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      for (let y = 30; y < height; y += 8) {
        for (let x = 30; x < width; x += 8) {
          const isOpen = [-9, 0, 9].every((by) => element.pick(x + by, y + by)?.id === 'KAZ' && element.shadowRoot.elementFromPoint(left + x + by, top + y + by)?.localName === 'canvas');
          if (isOpen) return { x: left + x, y: top + y };
        }
      }
      throw new Error('no open ground is in sight');
    });
    await page.mouse.click(frame.x + x, frame.y + y);
    await settled(there);
    assert.equal((await panelOf(there)).title, 'Kazakhstan');
  };
  await press();
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(there), undefined);
  await press();
  await there.evaluate((element) => element.shadowRoot.activeElement?.blur());
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(there), undefined, 'with the focus nowhere');
  await press();
  await page.frameLocator('#other').locator('body > p').click();
  assert.equal(await panelOf(there), undefined, 'a press beside it');

  await there.evaluate((element) => (element.theme = 'dark'));
  await settled(there);
  const dark = await there.evaluate((element) => getComputedStyle(element).backgroundColor);
  await there.evaluate((element) => (element.theme = null));
  await settled(there);
  assert.notEqual(await there.evaluate((element) => getComputedStyle(element).backgroundColor), dark);
  await there.locator('.tools button').first().click(); // a piece with a sheet of its own, loaded later
  await there.locator('dialog[open]').waitFor();
  assert.notEqual(await there.locator('dialog[open]').evaluate((dialog) => getComputedStyle(dialog).padding), 'auto');
  await page.keyboard.press('Escape');

  map = await moveTo('here');
  assert.equal(await picture(map), before);
  await clickCountry(page, map, 'KAZ');
  assert.equal((await panelOf(map)).title, 'Kazakhstan');
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(map), undefined);
});

test('removed in another document it lets go there', async () => {
  await open();
  await drawn(page);
  const there = await moveTo('frame');
  const gone = await there.evaluate(async (element) => {
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return { picked: element.pick(300, 200), pixels: element.shadowRoot.querySelector('canvas').width };
  });
  assert.deepEqual(gone, { picked: null, pixels: 0 });
});

test('in a document that nobody sees, and back', async () => {
  await open();
  await drawn(page);
  await map.evaluate(async (element) => {
    const [home, template] = [element.parentElement, document.createElement('template')];
    template.content.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    element.theme = 'dark';
    home.append(element);
    await element.ready;
    template.content.append(element);
    home.append(element); // in the same task
    element.select('KAZ');
  });
  await settled(map);
  assert.equal((await panelOf(map)).title, 'Kazakhstan');
  assert.ok((await colours(map)) > 50);
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(map), undefined);
});

test('gone with the frame that it was in', async () => {
  await open();
  await drawn(page);
  await moveTo('frame');
  await page.evaluate(() => {
    const frame = document.querySelector('#other');
    window.gone = new WeakRef(frame.contentDocument.querySelector('khorgos-map'));
    frame.remove();
  });
  const devtools = await page.context().newCDPSession(page);
  await framesShown(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await framesShown(page);
  await devtools.send('HeapProfiler.collectGarbage');
  assert.equal(await page.evaluate(() => gone.deref()), undefined);
});

test('into another document while it loads', async () => {
  const letGo = await open({ held: '**/khorgos_wasm_bg.wasm' });
  await page.evaluate(() => document.querySelector('#other').contentDocument.body.append(document.querySelector('khorgos-map')));
  letGo();
  const there = page.frameLocator('#other').locator('khorgos-map');
  await page.evaluate(() => document.querySelector('#other').scrollIntoView());
  await there.evaluate((element) => element.ready);
  await framesShown(page);
  await settled(there);
  assert.ok((await colours(there)) > 50);
});

test('moved on the page while it loads', async () => {
  const letGo = await open({ held: '**/khorgos_wasm_bg.wasm' });
  await map.evaluate((element) => document.querySelector('#there').append(element));
  letGo();
  await drawn(page);
  assert.ok((await colours(map)) > 50);
});

test('taken out and put back while it loads', async () => {
  const letGo = await open({ held: '**/khorgos_wasm_bg.wasm' });
  await map.evaluate(async (element) => {
    window.first = element.ready;
    const home = element.parentElement;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    home.append(element);
    element.brief = 'small.json';
  });
  letGo();
  await drawn(page);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  assert.ok((await colours(map)) > 20);
});

/** Where the flights of these tests end, seen by where two places lie then; the map is as it was. */
async function arrival() {
  await map.evaluate((element) => element.flyTo({ center: [80.2, 44.2], zoom: 6, animate: false }));
  await settled(map);
  const wanted = await seat();
  await map.getByRole('button', { name: 'Show the whole map' }).click();
  await settled(map);
  return wanted;
}
const seat = () => map.evaluate((element) => [element.project(80.2, 44.2), element.project(68, 48)].map((at) => [...at].map(Math.round)));

test('moved on the page while it flies', async () => {
  await open({ reducedMotion: 'no-preference' });
  await drawn(page);
  const wanted = await arrival();
  await map.evaluate(async (element) => {
    element.flyTo({ center: [80.2, 44.2], zoom: 6 });
    await new Promise(requestAnimationFrame);
    document.querySelector('#there').append(element);
  });
  await settled(map);
  assert.deepEqual(await seat(), wanted);
});

test('taken out while it flies', async () => {
  await open({ reducedMotion: 'no-preference' });
  await drawn(page);
  const done = await map.evaluate(async (element) => {
    element.flyTo({ center: [80.2, 44.2], zoom: 6 });
    const { settled } = element;
    await new Promise(requestAnimationFrame);
    element.remove();
    await settled;
    return element.project(68, 48);
  });
  assert.equal(done, null);
});

test('a copy is a map of its own with the same attributes', async () => {
  await open();
  await drawn(page);
  await map.evaluate((element) => {
    element.id = 'first';
    element.brief = 'small.json';
    element.theme = 'dark';
    element.select('KAZ');
    const copy = element.cloneNode(true);
    copy.id = 'copy';
    document.querySelector('#there').append(copy);
    copy.scrollIntoView();
  });
  const copy = await drawn(page, '#copy');
  assert.equal(await copy.locator('.title h2').textContent(), 'Two neighbours');
  assert.equal(await copy.getAttribute('theme'), 'dark');
  assert.equal(await panelOf(copy), undefined);
  assert.ok((await colours(copy)) > 20);
  await page.locator('#first').evaluate((element) => element.remove());
  await copy.evaluate((element) => element.zoomBy(2));
  await settled(copy);
});

test('maps that are made and never shown are let go', async () => {
  await open();
  await drawn(page);
  await page.evaluate(() => {
    window.made = Array.from({ length: 20 }, (_, index) => {
      const element = document.createElement('khorgos-map');
      element.brief = index % 2 ? 'small.json' : { made: 'up' };
      element.theme = 'dark';
      element.motion = 'gentle';
      element.settled.catch(() => {});
      return new WeakRef(element);
    });
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await framesShown(page);
  await devtools.send('HeapProfiler.collectGarbage');
  assert.equal(await page.evaluate(() => made.filter((one) => one.deref()).length), 0);
});

// A headless browser hides no tab: the page is told what a hidden one is told, and gets no frames.
const hide = (hidden) => {
  window.ownFrame ??= window.requestAnimationFrame;
  const waiting = (window.waiting ??= []);
  window.requestAnimationFrame = hidden ? (callback) => waiting.push(callback) + 1e6 : window.ownFrame;
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  if (!hidden) for (const callback of waiting.splice(0)) window.ownFrame(callback);
};

test('hidden during a flight: it arrives, and who waits for it goes on', async () => {
  await open({ reducedMotion: 'no-preference' });
  await drawn(page);
  const wanted = await arrival();
  await map.evaluate(async (element) => {
    element.flyTo({ center: [80.2, 44.2], zoom: 6 });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
  await page.evaluate(hide, true);
  await settled(map);
  assert.deepEqual(await seat(), wanted);
  await map.evaluate((element) => element.flyTo({ center: [68, 48], zoom: 2 }));
  await settled(map);
  const hidden = await picture(map);
  await page.evaluate(hide, false);
  await settled(map);
  assert.equal(await picture(map), hidden);
  await map.evaluate((element) => element.flyTo({ center: [80.2, 44.2], zoom: 6 }));
  await settled(map);
  assert.deepEqual(await seat(), wanted);
});
