// A map's state in the page's address: kept where the attribute asks for it, in links that a reader copies, and nowhere else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, drawn, openGround, openShare, panelOf, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

const BOXES = [
  ['wide', { viewport: { width: 1200, height: 750 } }],
  ['narrow', { viewport: { width: 390, height: 700 } }],
];

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const BODY = '<khorgos-map state="hash"></khorgos-map>';

async function open(body = BODY, { hash = '', ...options } = {}) {
  const { page, problems, close } = await site.open(`made-up.html${hash}`, withPage(body, { reducedMotion: 'reduce', ...options }));
  const map = await drawn(page);
  const done = async () => {
    assert.deepEqual(problems, []);
    await close();
  };
  return { page, map, done };
}

const hash = (page) => page.evaluate(() => location.hash);
const until = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(decodeURIComponent(location.hash)), pattern.source);
const at = (map) => map.evaluate((element) => element.project(71.446, 51.18));
const near = (one, other) => assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) < 2, `${one} ${other}`);

/** Opens the address of a page in another one. */
async function again(page, body = BODY, options = {}) {
  const opened = await open(body, { ...options, hash: await hash(page) });
  await opened.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('khorgos_state')));
  return opened;
}

for (const [box, options] of BOXES) {
  test(`view, lens, layers and selection are written down and found again, ${box}`, async () => {
    const { page, map, done } = await open(BODY, options);
    assert.equal(await hash(page), '');
    await map.getByRole('radio', { name: 'China' }).click();
    await until(page, /lens:china/);
    await page.keyboard.press('Escape');
    await settled(map);
    await map.locator('.opens-layers').click();
    await map.locator('.layers input').last().click();
    await until(page, /layers:/);
    await page.keyboard.press('Escape');
    await map.getByRole('button', { name: 'Zoom in' }).click();
    await until(page, /view:/);
    await map.evaluate((element) => element.select('khorgos-gateway'));
    await until(page, /select:place\/khorgos-gateway/);
    await settled(map);
    await page.waitForTimeout(400); // the view after the panel came
    const [before, layers] = [await at(map), await map.locator('.layers input').evaluateAll((inputs) => inputs.map(({ checked }) => checked))];

    const second = await again(page, BODY, options);
    await second.map.locator('.panel.open').waitFor();
    await settled(second.map);
    assert.equal((await panelOf(second.map)).title, 'Khorgos Gateway');
    assert.equal(await second.map.evaluate((element) => element.lens), 'china');
    assert.deepEqual(await second.map.locator('.layers input').evaluateAll((inputs) => inputs.map(({ checked }) => checked)), layers);
    await second.page.waitForTimeout(300);
    near(await at(second.map), before);
    assert.equal(await hash(second.page), await hash(page));
    await second.done();
    await done();
  });
}

test('back and forward go through lens, selection, language and steps; the view is written over', async () => {
  const { page, map, done } = await open();
  const length = () => page.evaluate(() => history.length);
  const start = await length();
  await map.getByRole('radio', { name: 'China' }).click();
  await until(page, /lens:china/);
  assert.equal(await length(), start + 1);
  await page.keyboard.press('Escape');
  const ground = await openGround(map, 'RUS');
  await page.mouse.click(ground.x, ground.y);
  await until(page, /select:country\/RUS/);
  assert.equal(await length(), start + 2);
  await map.locator('canvas').focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('+');
  await until(page, /view:/);
  assert.equal(await length(), start + 2);

  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('khorgos-map').shadowRoot.querySelector('.panel.open h2')?.textContent.includes('Russia'));
  assert.equal(await map.evaluate((element) => element.lens), 'china');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('khorgos-map').lens === null);
  assert.equal(await hash(page), '');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('khorgos-map').lens === 'china');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('khorgos-map').shadowRoot.querySelector('.panel.open h2')?.textContent.includes('Russia'));
  await settled(map);
  assert.equal(await length(), start + 2, 'going through them makes no others');

  await map.locator('.tools button').nth(2).click();
  await page.getByRole('radio', { name: 'Русский' }).click();
  await until(page, /lang:ru/);
  await page.keyboard.press('Escape');
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('khorgos-map').hasAttribute('lang'));
  await map.evaluate((element) => element.ready);
  assert.doesNotMatch(await hash(page), /lang/);
  await done();
});

test('a step of the story is found again, with its card', async () => {
  const { page, map, done } = await open();
  await map.locator('.opens-story').click();
  await map.locator('.to-next').click();
  await until(page, /step:2/);
  await settled(map);
  const second = await again(page);
  await second.page.waitForFunction(() => document.querySelector('khorgos-map').step === 1);
  assert.ok(await second.map.locator('.story').isVisible());
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('khorgos-map').step === 0);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('khorgos-map').step === null);
  await second.done();
  await done();
});

test('an anchor of the page stays, and the map stays as it is when one is followed', async () => {
  const { page, map, done } = await open(`<a id="go" href="#below">Below</a>${BODY}<p id="below">Below</p>`, { hash: '#top' });
  assert.equal(await hash(page), '#top');
  await map.getByRole('radio', { name: 'China' }).click();
  await until(page, /^#top&khorgos=lens:china$/);
  await page.locator('#go').click();
  await until(page, /^#below&khorgos=lens:china/);
  assert.equal(await map.evaluate((element) => element.lens), 'china');
  await done();
});

test('two maps of a page have a part each, by their ids', async () => {
  const two = '<khorgos-map id="one" state="hash"></khorgos-map><khorgos-map id="two" state="hash"></khorgos-map>';
  const both = async (hash = '') => {
    const { page, problems, close } = await site.open(`made-up.html${hash}`, withPage(two, { reducedMotion: 'reduce', viewport: { width: 1200, height: 1600 } }));
    const maps = [await drawn(page, '#one'), await drawn(page, '#two')];
    return { page, maps, done: async () => (assert.deepEqual(problems, []), close()) };
  };
  const { page, maps, done } = await both();
  await maps[0].getByRole('radio', { name: 'China' }).click();
  await maps[1].getByRole('radio', { name: 'Russia' }).click();
  await until(page, /^#khorgos\.one=lens:china&khorgos\.two=lens:russia$/);
  const second = await both(await hash(page));
  await second.page.waitForFunction(() => document.querySelector('#one').lens === 'china' && document.querySelector('#two').lens === 'russia');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#two').lens === null);
  assert.equal(await maps[0].evaluate((element) => element.lens), 'china');
  await second.done();
  await done();
});

test('what is no state of this map changes nothing', async () => {
  const { page, map, done } = await open(BODY, { hash: '#khorgos=lens:nowhere;view:a,b,c;select:flow/none;step:99;lang:%E0;layers:x;other' });
  await page.waitForTimeout(500);
  assert.equal(await map.evaluate((element) => element.lens), null);
  assert.equal(await map.evaluate((element) => element.step), null);
  assert.equal(await panelOf(map), undefined);
  await done();
});

test('without the attribute nothing is kept anywhere', async () => {
  const { page, map, done } = await open('<khorgos-map></khorgos-map>');
  const kept = () => page.evaluate(() => ({ hash: location.hash, local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, history: history.length, state: history.state }));
  const before = await kept();
  await map.getByRole('radio', { name: 'China' }).click();
  await click(page, map, [67.5, 48]);
  await map.locator('canvas').focus();
  await page.keyboard.press('+');
  await map.locator('.opens-layers').click();
  await map.locator('.layers input').first().click();
  await page.waitForTimeout(600);
  assert.deepEqual(await kept(), before);
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('khorgos_state'))), false);
  await done();
});

test('a link with the state is copied, also without the attribute, and shows it', async () => {
  const body = '<khorgos-map></khorgos-map>';
  const { page, map, done } = await open(body);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await map.getByRole('radio', { name: 'Russia' }).click();
  await openShare(map);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.locator('.desk [role="status"]', { hasText: 'Copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#khorgos=lens:russia/);
  assert.equal(await hash(page), '');
  const second = await open(body, { hash: new URL(link).hash });
  await second.page.waitForFunction(() => document.querySelector('khorgos-map').lens === 'russia');
  await second.done();
  await done();
});

test('where the page may not write to the clipboard, the link is there to be copied by hand', async () => {
  const refuse = () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  const { page, map, done } = await open('<khorgos-map lens="west"></khorgos-map>');
  await page.evaluate(refuse);
  await openShare(map);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const field = page.getByRole('textbox', { name: 'Copy link' });
  await field.waitFor();
  assert.match(await field.inputValue(), /#khorgos=/);
  await done();
});
