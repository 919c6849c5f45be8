// The site's page: maps that are made by the code beside them, and the reader of that code.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { read } from '../../www/site/tag.js';
import { WORDS } from '../../www/site/vocabulary.js';
import { complaints, prepare } from './checkers.mjs';
import { colours, drawn, settled } from './element.mjs';
import { picture, start } from './harness.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file) => readFile(path.join(root, file), 'utf8');
const WIDE = { viewport: { width: 1200, height: 700 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const BASE = 'https://maps.example/khorgos/';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const open = (options) => site.open('index.html', { reducedMotion: 'reduce', ...options });

/** An example by the name of its heading, with its map drawn. */
async function example(page, name) {
  const section = page.getByRole('region', { name });
  await section.scrollIntoViewIfNeeded();
  const map = section.locator('khorgos-map');
  await drawn(page, `section[aria-labelledby="${await section.getAttribute('aria-labelledby')}"] khorgos-map`);
  return { field: section.getByRole('textbox'), status: section.locator('.told'), back: section.getByRole('button', { name: 'Put the code back' }), map };
}

/** Looks for a text in a field, as a reader would, and writes another in its place. */
async function retype(page, field, before, after) {
  const at = (await field.inputValue()).indexOf(before);
  assert.ok(at >= 0, before);
  await field.focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
  for (let step = 0; step < before.length; step += 1) await page.keyboard.press('Delete');
  await page.keyboard.type(after);
}

/** Waits until an element has a value of an attribute, or none (null). */
const until = (map, name, value) => map.evaluate((element, [name, value]) => new Promise((done) => {
  const look = () => (element.getAttribute(name) === value ? done() : requestAnimationFrame(look));
  look();
}), [name, value]);

for (const [name, options] of Object.entries({ '1200 px': WIDE, '390 px': PHONE })) {
  test(`${name}: every map draws what its code says, near the reader and not before`, async () => {
    const asked = [];
    const { page, problems, close } = await open({ ...options, prepare: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)) });
    await drawn(page, 'figure khorgos-map');
    const maps = await page.locator('khorgos-map').all();
    assert.equal(maps.length, 5);
    const isDrawn = (map) => map.evaluate((element) => element.shadowRoot.querySelector('.title h2')?.textContent !== undefined && element.project(67, 48) !== null);
    assert.equal(await isDrawn(maps[0]), true);
    assert.equal(await isDrawn(maps.at(-1)), false, 'the last one is far below');
    assert.ok(!asked.some((url) => url.endsWith('projects.json')), 'another brief is not loaded yet');
    for (const map of maps) {
      await map.scrollIntoViewIfNeeded();
      await map.evaluate((element) => element.ready);
      await settled(map);
      assert.equal(await isDrawn(map), true);
      assert.ok((await colours(map)) > 20, 'a map has many colours');
    }
    assert.equal(asked.filter((url) => url.endsWith('.wasm')).length, 1, 'one engine for all');
    for (const map of maps.slice(1)) {
      const { attributes } = read(await map.locator('xpath=..').getByRole('textbox').inputValue(), page.url());
      const own = await map.evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
      assert.deepEqual(own, attributes);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
    assert.deepEqual(problems, []);
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `site-${options.viewport.width}`);
    await close();
  });

  test(`${name}: a word in the code is changed by keyboard, and the map follows; the button puts it back`, async () => {
    const { page, problems, close } = await open(options);
    const { field, status, back, map } = await example(page, 'Through a lens, in another language');
    const lens = () => map.locator('.lens[aria-checked="true"]').textContent();
    const ofRussia = await lens();
    await retype(page, field, 'russia', 'china');
    await until(map, 'lens', 'china');
    await settled(map);
    const ofChina = await lens();
    assert.notEqual(ofChina, ofRussia);
    assert.equal(await status.textContent(), '');
    await back.focus();
    await page.keyboard.press('Enter');
    await until(map, 'lens', 'russia');
    await settled(map);
    assert.equal(await lens(), ofRussia);
    assert.match(await field.inputValue(), /lens="russia"/);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('what is not understood is told in a line and not set', async () => {
  const { page, problems, close } = await open(WIDE);
  const { field, status, back, map } = await example(page, 'Another brief');
  const told = (words) => status.filter({ hasText: words }).waitFor();
  const attributes = () => map.evaluate((element) => element.getAttributeNames().sort().map((name) => `${name}=${element.getAttribute(name)}`));
  const good = ['brief=assets/briefs/projects.json'];
  await field.fill('<khorgos-map brief="assets/briefs/projects.json" onclick="alert(1)" style="top:0" theme="drak"></khorgos-map>');
  await told('“onclick” is no attribute of the map. “style” is no attribute of the map. theme has to be auto or light or dark or contrast.');
  assert.deepEqual(await attributes(), good);
  for (const text of ['hello', '<img src="x">', '<khorgos-map lens="aid></khorgos-map>', '<khorgos-map></khorgos-map><b>']) {
    await field.fill(text);
    await told('so the map stays as it is.');
    assert.deepEqual(await attributes(), good, text);
  }
  await back.click();
  await status.filter({ hasText: /^$/ }).waitFor();
  for (const address of ['javascript:alert(1)', 'data:application/json,{}', 'https://elsewhere.example/my.json', '//elsewhere.example/my.json', '']) {
    await field.fill(`<khorgos-map brief="${address}" lens="aid"></khorgos-map>`);
    await told('brief has to be an address of this site.');
    assert.deepEqual(await attributes(), ['lens=aid'], address);
    await back.click();
    await until(map, 'brief', 'assets/briefs/projects.json');
  }
  assert.equal(await page.locator('main img, main b').count(), 0, 'no text became an element');
  assert.deepEqual(problems, []);
  await close();
});

test('what the map has against a document is told there, too', async () => {
  const { page, close } = await open(WIDE);
  const { field, status, back, map } = await example(page, 'Another brief');
  await field.fill('<khorgos-map brief="nowhere.json">');
  await status.filter({ hasText: /^brief could not be fetched: .*nowhere\.json \(HTTP 404\)$/ }).waitFor();
  await back.click();
  await until(map, 'brief', 'assets/briefs/projects.json');
  assert.equal(await status.textContent(), '');
  await close();
});

for (const [name, options] of Object.entries({ 'light, 1200 px': WIDE, 'dark, 320 px': { viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme: 'dark' } })) {
  test(`${name}: nothing is found against it, and its links lead somewhere`, async () => {
    const { page, problems, close } = await open({ ...options, prepare });
    for (const map of await page.locator('khorgos-map').all()) {
      await map.scrollIntoViewIfNeeded();
      await map.evaluate((element) => element.ready);
      await settled(map);
    }
    const { field, status } = await example(page, 'Another look');
    await field.fill('<khorgos-map theme="drak">');
    await status.filter({ hasText: 'theme has to be' }).waitFor();
    assert.deepEqual(await complaints(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href)); // not those in the maps
    assert.ok(links.length > 9);
    for (const link of links) assert.equal((await page.request.get(link)).status(), 200, link);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('its version and credits are the crate’s and the data’s', async () => {
  const page = await text('www/index.html');
  const [, version] = (await text('Cargo.toml')).match(/^version = "(.*)"$/m);
  assert.ok(page.includes(`khorgos ${version}.`));
  const credits = [...(await text('DATA-LICENSES.md')).matchAll(/\*\*([^*]+)\*\*/g)].map(([, credit]) => credit.replace(/\s+/g, ' '));
  assert.ok(credits.length > 5);
  for (const credit of credits) assert.ok(page.includes(`<li>${credit}</li>`), credit);
});

test('the reader knows the attributes and the words of the manifest', async () => {
  const [{ attributes }] = JSON.parse(await text('www/custom-elements.json')).modules[0].declarations;
  const listed = attributes.map(({ name, type }) => [name, type.text === 'string' ? undefined : type.text.split(' | ').map((word) => word.slice(1, -1))]);
  assert.deepEqual(Object.entries(WORDS), listed);
});

test('a tag is read however it is written', () => {
  for (const [tag, attributes] of [
    ['<khorgos-map></khorgos-map>', {}],
    ['<khorgos-map>', {}],
    ['\n <KHORGOS-MAP\n\tLens = \'china\'\n lang=kk graticule\n/>\n', { lens: 'china', lang: 'kk', graticule: '' }],
    ['<khorgos-map lens="a > b"  ></khorgos-map >', { lens: 'a > b' }],
    ['<khorgos-map map="a.json  /b.json" brief="https://maps.example/b.json?x=1">', { map: 'a.json  /b.json', brief: 'https://maps.example/b.json?x=1' }],
  ]) {
    assert.deepEqual(read(tag, BASE), { attributes, regrets: [] }, tag);
  }
});

test('of a text that is no tag nothing is taken, and it is said from where', () => {
  for (const tag of ['', ' ', 'lens="china"', '<khorgos-mapper>', '<b><khorgos-map>', '<khorgos-map', '< khorgos-map>']) {
    assert.deepEqual(read(tag, BASE), { regrets: ['This is not one <khorgos-map …> tag, so the map stays as it is.'] }, tag);
  }
  for (const [tag, from] of [
    ['<khorgos-map lens="china></khorgos-map>', '="china></khorgos-map>'],
    ['<khorgos-map lens="china"lang="kk">', 'lang="kk">'],
    ['<khorgos-map></khorgos-map><script src="https://elsewhere.example"></script>', '<script src="https://els…'],
    ['<khorgos-map lens=>', '=>'],
  ]) {
    assert.deepEqual(read(tag, BASE), { regrets: [`Not understood from “${from}”, so the map stays as it is.`] }, tag);
  }
  assert.deepEqual(read('<khorgos-map lens="china" ', BASE), { regrets: ['The tag has no end, so the map stays as it is.'] });
});

test('what is not to be set is left out, and all else is taken', () => {
  const tag = '<khorgos-map constructor="1" __proto__="2" lens="china" LENS="west" brief="ftp://maps.example/a.json" map="a.json https://elsewhere.example/b.json" worldview="un">';
  const { attributes, regrets } = read(tag, BASE);
  assert.deepEqual(attributes, { lens: 'china', worldview: 'un' });
  assert.deepEqual(regrets, [
    '“constructor” is no attribute of the map.',
    '“__proto__” is no attribute of the map.',
    'lens is there twice: the first counts.',
    'brief has to be an address of this site.',
    'map has to be an address of this site.',
  ]);
});
