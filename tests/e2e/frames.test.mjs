// Maps in frames on another site's pages: two origins, both under a strict policy, the built scripts on both sides.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { snippet } from '../../scripts/oembed.mjs';
import { serve } from '../../scripts/serve.mjs';
import { read, regret } from '../../www/embed/address.js';
import { complaints, prepare } from './checkers.mjs';
import { drawn, openGround, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const WIDE = { width: 1200, height: 750 };
const NARROW = { width: 390, height: 700 };
const FRAME = 'iframe.khorgos-embed';

const dist = path.resolve(import.meta.dirname, '../../dist');

let publisher;
let folder; // of the other site's pages: the browser asks where a page comes from that wants a frame of this machine
let other;
before(async () => {
  publisher = await start({ csp: true });
  folder = await mkdtemp(path.join(tmpdir(), 'khorgos-frames-'));
  const site = new URL(publisher.url).origin;
  const csp = `default-src 'none'; script-src ${site}; style-src ${site}; img-src ${site}; frame-src 'self' ${site} data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  other = await serve({ root: folder, csp });
});
after(async () => {
  await other.close();
  await publisher.close();
  await rm(folder, { recursive: true });
});

const script = () => `<script async src="${publisher.url}khorgos-embed.js"></script>`;
const frame = (query = '', attributes = 'width="100%"') =>
  `<iframe class="khorgos-embed" src="${publisher.url}embed.html${query}" title="Map" ${attributes} height="500" frameborder="0"></iframe>`;
const sheets = (...names) => names.map((name) => `<link rel="stylesheet" href="${publisher.url}${name}">`).join('');

const write = (name, body) =>
  writeFile(
    path.join(folder, name),
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="${publisher.url}icon.svg">${body}`,
  );

/**
 * A page with `body` on the other origin, under a policy that lets in the publisher's frames, sheets and script. What is posted to
 * a document is in its `heard`, and `problems` is as in harness.mjs, of both origins.
 */
async function openHost(body, { viewport = WIDE, prepare, waitUntil = 'load' } = {}) {
  const context = await publisher.browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`HTTP ${response.status()}: ${response.url()}`));
  await page.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`));
  });
  await write('host.html', body);
  await prepare?.(page);
  await page.goto(`${other.url}host.html`, { waitUntil });
  return { page, problems, close: () => context.close() };
}

/** The document in a page's frame, once its map is drawn: `{ inside, map }`. */
async function inFrame(page, selector = FRAME) {
  const inside = await (await page.locator(selector).elementHandle()).contentFrame();
  return { inside, map: await drawn(inside) };
}

/** Waits until the host has sized a frame, and for what the frame has to say of that; returns the size. */
async function sized(page, selector = FRAME) {
  await page.waitForFunction((selector) => {
    const frame = document.querySelector(selector);
    return frame.style.aspectRatio && window.heard.some((data) => data?.width === frame.clientWidth);
  }, selector);
  return page.locator(selector).boundingBox();
}

/** Size of the element itself on a page of the publisher's. */
async function inPage(viewport) {
  const { page, close } = await publisher.open('made-up.html', withPage('<khorgos-map></khorgos-map>', { viewport }));
  const size = await (await drawn(page)).boundingBox();
  await close();
  return size;
}

const near = (found, wanted) => assert.ok(Math.abs(found - wanted) < 1, `${found}, not ${wanted}`);

test('the map is drawn in the frame, a click opens its panel there, and no policy has anything to report', async () => {
  const { page, problems, close } = await openHost(sheets('khorgos-embed.css') + snippet(publisher.url, 'Map'));
  const { inside, map } = await inFrame(page);
  assert.equal(await inside.title(), 'Kazakhstan between China, Russia and the West');
  await sized(page);
  await settled(map);
  const { x, y } = await openGround(map, 'KAZ');
  const box = await map.boundingBox();
  await page.mouse.click(box.x + x, box.y + y);
  await settled(map);
  assert.equal((await panelOf(map)).title, 'Kazakhstan');
  assert.ok(await map.getByRole('button', { name: 'Full screen' }).isVisible());
  await photograph(page, 'frame-panel');
  assert.deepEqual(problems, []);
  await close();
});

for (const viewport of [WIDE, NARROW]) {
  test(`${viewport.width} px: the frame becomes as high as the element on a page, and the map fills it`, async () => {
    const { page, problems, close } = await openHost(sheets('page.css') + frame() + script(), { viewport });
    const { width, height } = await sized(page);
    const wanted = await inPage(viewport);
    near(width, wanted.width);
    near(height, wanted.height);
    const { map } = await inFrame(page);
    const box = await map.boundingBox();
    near(box.width, width);
    near(box.height, height);
    await photograph(page, `frame-${viewport.width}`);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('it follows the page’s width', async () => {
  const { page, problems, close } = await openHost(sheets('page.css') + frame() + script());
  near((await sized(page)).height, 750);
  for (const viewport of [NARROW, { width: 800, height: 600 }]) {
    await page.setViewportSize(viewport);
    near((await sized(page)).height, Math.max(320, (viewport.width * 5) / 8));
  }
  assert.deepEqual(problems, []);
  await close();
});

test('frames that were there before the script, and frames that come after it, are sized', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const hold = (page) => page.route('**/khorgos-embed.js', (route) => held.then(() => route.continue()));
  const { page, problems, close } = await openHost(sheets('page.css') + frame() + script(), { prepare: hold, waitUntil: 'commit' });
  await inFrame(page);
  near((await page.locator(FRAME).boundingBox()).height, 500);
  letGo();
  near((await sized(page)).height, 750);
  await page.evaluate(() => {
    const later = document.querySelector('iframe').cloneNode();
    later.removeAttribute('style');
    later.id = 'later';
    document.body.append(later);
  });
  near((await sized(page, '#later')).height, 750);
  assert.deepEqual(problems, []);
  await close();
});

test('without the script the sheet keeps the ratio, and without both the height stands', async () => {
  for (const [viewport, height] of [[WIDE, 750], [NARROW, 320]]) {
    const { page, problems, close } = await openHost(sheets('page.css', 'khorgos-embed.css') + frame(), { viewport });
    await inFrame(page);
    const box = await page.locator(FRAME).boundingBox();
    near(box.width, viewport.width);
    near(box.height, height);
    assert.deepEqual(problems, []);
    await close();
  }
  const { page, close } = await openHost(sheets('page.css') + frame());
  const { map } = await inFrame(page);
  near((await page.locator(FRAME).boundingBox()).height, 500);
  near((await map.boundingBox()).height, 500);
  await close();
});

test('two frames of one page have each its own height and map', async () => {
  const body = frame('', 'width="700" id="first"') + frame('?lens=china', 'width="300" id="second"') + script() + script();
  const { page, problems, close } = await openHost(sheets('page.css') + body);
  near((await sized(page, '#first')).height, 437.5);
  near((await sized(page, '#second')).height, 320);
  const [first, second] = [await inFrame(page, '#first'), await inFrame(page, '#second')];
  assert.equal(await first.map.getAttribute('lens'), null);
  const before = await picture(second.map);
  await first.map.evaluate((element) => element.zoomBy(2));
  await settled(first.map);
  assert.equal(await picture(second.map), before);

  await page.locator('#first').evaluate((node) => node.remove());
  await page.locator('#second').evaluate((node) => (node.width = 640));
  near((await sized(page, '#second')).height, 400);
  assert.deepEqual(problems, []);
  await close();
});

/** Lets a document post something to the page that it is in, and waits until the page has heard it. */
async function post(page, from, data) {
  const count = await page.evaluate(() => window.heard.length);
  await from.evaluate((data) => parent.postMessage(data, '*'), data);
  await page.waitForFunction((count) => window.heard.length > count, count);
}
const SIZE = { khorgos: 1, type: 'size', width: 1200, height: 1000 };

test('the page believes no other version, no other shape, and no height out of bounds', async () => {
  const { page, problems, close } = await openHost(sheets('page.css') + frame() + script());
  const { height } = await sized(page);
  const { inside } = await inFrame(page);
  const wrong = [
    { ...SIZE, khorgos: 2 }, { ...SIZE, khorgos: '1' }, { ...SIZE, khorgos: undefined }, { ...SIZE, type: 'greeting' }, { ...SIZE, type: undefined },
    { ...SIZE, height: '1000' }, { ...SIZE, height: Number.NaN }, { ...SIZE, height: Infinity }, { ...SIZE, height: -1 }, { ...SIZE, height: 0 },
    { ...SIZE, height: undefined }, { ...SIZE, width: 0 }, { ...SIZE, width: [1200] }, { ...SIZE, width: undefined }, null, 1000, 'size', [], JSON.stringify(SIZE),
  ];
  for (const data of wrong) {
    await post(page, inside, data);
    assert.equal((await page.locator(FRAME).boundingBox()).height, height, JSON.stringify(data));
  }
  for (const [said, taken] of [[1000, 1000], [1e9, 4000], [1, 120]]) {
    // Only this one counts: what the frame says to its new height is what it has said before, and so is not said.
    await post(page, inside, { ...SIZE, height: said });
    near((await page.locator(FRAME).boundingBox()).height, taken);
  }
  assert.deepEqual(problems, []);
  await close();
});

test('the page believes nobody but the window in the frame, and no longer when that has gone elsewhere', async () => {
  const liar = `<iframe id="liar" src="${publisher.url}embed.html" width="300" height="200"></iframe>`;
  const pretender = '<iframe id="pretender" class="khorgos-embed" src="data:text/html,nothing" width="300" height="200"></iframe>';
  const body = sheets('page.css') + frame('', 'id="map" width="100%"') + liar + pretender + script();
  await write('elsewhere.html', '<title>Elsewhere</title>');
  const { page, problems, close } = await openHost(body);
  await sized(page, '#map');
  const heights = () => page.evaluate(() => [...document.querySelectorAll('iframe')].map((node) => node.clientHeight));
  const before = await heights();
  assert.deepEqual(before, [750, 200, 200]);
  const frameOf = async (selector) => (await page.locator(selector).elementHandle()).contentFrame();

  await post(page, await frameOf('#liar'), SIZE); // the right origin, in a frame that is no map's
  assert.deepEqual(await heights(), before);
  await post(page, page.mainFrame(), SIZE); // the page itself
  assert.deepEqual(await heights(), before);
  await post(page, await frameOf('#pretender'), SIZE); // a document without an origin
  assert.deepEqual(await heights(), before);

  const gone = await frameOf('#map');
  await gone.goto(`${other.url}elsewhere.html`);
  await post(page, gone, SIZE); // the right window, of another origin
  assert.deepEqual(await heights(), before);
  assert.deepEqual(problems, []);
  await close();
});

test('the frame answers its page’s greeting, and nothing else', async () => {
  const { page, problems, close } = await openHost(sheets('page.css') + frame('', 'id="first" width="100%"') + frame('', 'id="second" width="100%"'));
  const [first, second] = [await inFrame(page, '#first'), await inFrame(page, '#second')];
  const hears = (count) => first.inside.waitForFunction((count) => window.heard.length === count, count);
  const wrong = [{ khorgos: 2, type: 'greeting' }, { khorgos: 1 }, { khorgos: 1, type: 'size', width: 1, height: 1 }, 'greeting', null];
  await page.evaluate((wrong) => wrong.forEach((data) => frames[0].postMessage(data, '*')), wrong);
  await hears(wrong.length);
  await second.inside.evaluate(() => parent.frames[0].postMessage({ khorgos: 1, type: 'greeting' }, '*'));
  await hears(wrong.length + 1);
  await first.inside.evaluate(() => postMessage({ khorgos: 1, type: 'greeting' }, '*'));
  await hears(wrong.length + 2);
  await page.evaluate(() => frames[0].postMessage({ khorgos: 1, type: 'greeting' }, '*'));
  await page.waitForFunction(() => window.heard.length > 0);
  assert.deepEqual(await page.evaluate(() => window.heard), [{ khorgos: 1, type: 'size', width: 1200, height: 750 }]);
  assert.deepEqual(problems, []);
  await close();
});

test('the wheel over the map scrolls the page around the frame, unless the address says otherwise', async () => {
  for (const [query, scrolls] of [['', true], ['?gestures=greedy', false]]) {
    const body = frame(query, 'id="map" width="100%"') + frame('', 'id="below" width="100%"') + script();
    const { page, problems, close } = await openHost(sheets('page.css') + body, { viewport: { width: 800, height: 400 } });
    await sized(page, '#map');
    const { inside, map } = await inFrame(page, '#map');
    // How far apart two places are: it grows as the map is zoomed in.
    const span = () => map.evaluate((element) => element.project(80, 48)[0] - element.project(50, 48)[0]);
    const before = await span();
    await page.evaluate(() => scrollTo(0, 100));
    await page.mouse.move(400, 250);
    await page.mouse.wheel(0, -60);
    if (scrolls) await page.waitForFunction(() => scrollY < 100);
    else await inside.waitForFunction((before) => {
      const map = document.querySelector('khorgos-map');
      return map.project(80, 48)[0] - map.project(50, 48)[0] > before;
    }, before);
    await settled(map);
    assert.equal((await span()) === before, scrolls);
    assert.equal(await page.evaluate(() => scrollY < 100), scrolls);
    assert.deepEqual(problems, []);
    await close();
  }
});

test('a story that scrolls keeps the height that its page gives it, and scrolls in it', async () => {
  const { page, problems, close } = await openHost(sheets('page.css') + frame('?story=scroll') + script());
  const { inside, map } = await inFrame(page);
  near((await page.locator(FRAME).boundingBox()).height, 500);
  assert.equal(await page.locator(FRAME).getAttribute('style'), null);
  assert.ok(await inside.evaluate(() => document.documentElement.scrollHeight > 4 * innerHeight));
  await inside.evaluate(() => scrollTo(0, 2 * innerHeight));
  await inside.waitForFunction(() => document.querySelector('khorgos-map').step !== null);
  near((await map.locator('.box').boundingBox()).height, 500);
  assert.deepEqual(problems, []);
  await close();
});

test('parameters become attributes, and title and language are the brief’s', async () => {
  const query = {
    brief: 'assets/briefs/kazakhstan.json', map: 'assets/map/base.bin assets/map/osm.bin', gestures: 'greedy', graticule: '', keys: 'off', lang: 'kk', lens: 'china',
    motion: 'gentle', projection: 'equal-earth', theme: 'dark', worldview: 'de-facto',
  };
  const { page, problems, close } = await publisher.open(`embed.html?${new URLSearchParams(query)}`);
  const map = await drawn(page);
  const attributes = await map.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  const whole = (addresses) => addresses.split(' ').map((address) => publisher.url + address).join(' ');
  assert.deepEqual(attributes, { ...query, brief: whole(query.brief), map: whole(query.map) });
  assert.equal(await page.locator('html').getAttribute('lang'), 'kk');
  assert.equal(await page.title(), await map.locator('#title').textContent());
  assert.notEqual(await page.title(), 'Map');
  assert.equal(await page.locator('.regret').count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

const REFUSED = ['https://elsewhere.example/a.json', '//elsewhere.example/a.json', '\\\\elsewhere.example\\a.json', 'javascript:alert(1)', 'java\nscript:alert(1)', 'data:application/json,{}', 'file:///etc/passwd', 'http://[', ''];
const HERE = 'https://maps.example/khorgos/embed.html';

test('documents come from the page’s own origin, and from those that it names', () => {
  const of = (name, value, ...origins) => read(`${HERE}?${new URLSearchParams({ [name]: value })}`, origins);
  const blob = 'blob:https://maps.example/0b5c';
  for (const name of ['brief', 'map']) {
    for (const value of [...REFUSED, blob, 'http://maps.example/a.json', 'https://maps.example:8443/a.json', `a.json ${REFUSED[0]}`]) {
      assert.deepEqual(of(name, value).refused, [name], value);
      assert.equal(of(name, value).attributes[name], undefined);
    }
    assert.deepEqual(of(name, 'a.json /b.json').attributes, { [name]: 'https://maps.example/khorgos/a.json https://maps.example/b.json' });
    assert.deepEqual(of(name, REFUSED[0], 'https://elsewhere.example').attributes, { [name]: REFUSED[0] });
    assert.deepEqual(of(name, REFUSED[0], '', '*').refused, [name]);
  }
  assert.deepEqual(read(`${HERE}?__proto__=x&onclick=x&style=x&brief=a.json&brief=https://elsewhere.example/`, []), {
    attributes: { brief: 'https://maps.example/khorgos/a.json' },
    refused: [],
    unknown: 3,
  });
});

test('what is left out of an address is told in a line that repeats nothing of it', () => {
  const line = (query) => regret(read(`${HERE}?${query}`, []));
  assert.equal(line('lens=china'), '');
  assert.equal(line('brief=data:,x'), 'The address asks for a brief that is not of this site: it is not shown.');
  assert.equal(line('Call+0800=now'), 'The address has a parameter that this page does not know.');
  assert.match(line('a=1&b=2'), / 2 parameters /);
});

for (const value of REFUSED) {
  test(`a brief from ${JSON.stringify(value)} is neither fetched nor shown, and the reader is told`, async () => {
    const { page, problems, close } = await publisher.open(`embed.html?${new URLSearchParams({ brief: value })}`);
    assert.equal(await page.getByRole('alert').textContent(), 'The address asks for a brief that is not of this site: it is not shown.');
    assert.equal(await page.locator('khorgos-map').count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('a parameter that is not known is told above the map, which is drawn without it', async () => {
  const { page, problems, close } = await openHost(sheets('page.css') + frame('?projecton=mercator&onclick=x') + script(), { viewport: { width: 800, height: 600 } });
  const { inside, map } = await inFrame(page);
  const said = inside.getByRole('alert');
  assert.equal(await said.textContent(), 'The address has 2 parameters that this page does not know.');
  assert.deepEqual(await map.evaluate((element) => element.getAttributeNames()), []);
  const { height } = await sized(page);
  near(height, 500 + (await said.boundingBox()).height);
  near((await map.boundingBox()).height, 500);
  assert.deepEqual(problems, []);
  await close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: the checkers have nothing against the page with such a line`, async () => {
    const { page, problems, close } = await publisher.open('embed.html?projecton=mercator', { prepare, colorScheme, reducedMotion: 'reduce' });
    await drawn(page);
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('an origin that the page names may give the brief', async () => {
  const brief = await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url));
  const data = createServer((request, response) => response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' }).end(brief));
  await new Promise((done) => data.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${data.address().port}`;
  const copy = await mkdtemp(path.join(tmpdir(), 'khorgos-copy-'));
  await cp(dist, copy, { recursive: true });
  const page = await readFile(path.join(copy, 'embed.html'), 'utf8');
  await writeFile(path.join(copy, 'embed.html'), page.replace('content=""', `content="${origin}"`));
  const site = await start({ root: copy });
  const opened = await site.open(`embed.html?brief=${origin}/small.json`);
  await drawn(opened.page);
  assert.equal(await opened.page.title(), 'Two neighbours');
  assert.deepEqual(opened.problems, [`other origin: ${origin}/small.json`]);
  await site.close();
  data.close();
  await rm(copy, { recursive: true });
});
