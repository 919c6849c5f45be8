// Bad input: all that is wrong is shown with its place, an event tells it, and the last good map stays.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { colours, drawn, give, heard, listen, picture, settled } from './element.mjs';
import { CSP } from '../../scripts/serve.mjs';
import { picture as photograph, start } from './harness.mjs';

const fixture = (name) => readFile(new URL(`../fixtures/briefs/${name}.json`, import.meta.url));
const small = JSON.parse(await fixture('good_small'));

// The least that each broken brief has to be told of.
const BROKEN = {
  broken_syntax: ['$'],
  broken_version: ['$.version'],
  broken_values: [
    '$.meta.summary',
    '$.view.extent',
    '$.sources.s1.url',
    '$.facts[0].value',
    '$.facts[0].qualifier',
    '$.facts[0].cite.paragraph',
    '$.places[0].position',
    '$.places[0].precision_km',
    '$.layers[0].visible',
    '$.colour',
  ],
  broken_references: [
    '$.actors.CHN.bloc',
    '$.measures.goods.theme',
    '$.facts[0].object',
    '$.facts[0].unit',
    '$.flows[0].layer',
    '$.flows[0].fact',
    '$.places[1].id',
    '$.lines[0].geometry',
  ],
};

let site, page, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
beforeEach(async () => {
  ({ page, close: closePage } = await site.open('', {
    viewport: { width: 1200, height: 750 },
    reducedMotion: 'reduce',
    prepare: (page) =>
      page.route('**/fixtures/*.json', async (route) => {
        const name = new URL(route.request().url()).pathname.split('/').pop().replace('.json', '');
        await route.fulfill({ contentType: 'application/json', body: await fixture(name) });
      }),
  }));
  map = await drawn(page);
  await listen(map, 'khorgos-error');
});
afterEach(() => closePage());

const rows = () => map.locator('.problems tbody th').allTextContents();

for (const [name, paths] of Object.entries(BROKEN)) {
  test(`${name}: every problem is shown, and the map stays`, async () => {
    const before = await picture(map);
    const [fault, ...more] = await give(map, 'brief', `fixtures/${name}.json`);
    assert.deepEqual(more, []);
    assert.equal(fault.source, 'brief');
    const told = fault.problems.map(({ path }) => path);
    for (const path of paths) assert.ok(told.includes(path), `${path} is not among ${told.join(' ')}`);
    assert.deepEqual(await rows(), told);
    for (const { expected, found } of fault.problems) assert.ok(expected && found);
    const [event] = await heard(map, 'khorgos-error');
    assert.deepEqual(event.problems, fault.problems);

    await settled(map);
    assert.equal(await picture(map), before, 'the last good map stays');
    if (name === 'broken_values') await photograph(page, 'wide-problems');
    await map.getByRole('button', { name: 'Put away' }).click();
    assert.equal(await map.getByRole('alert').count(), 0);
    await map.evaluate((element) => element.select('KAZ'));
    assert.equal(await map.locator('.panel h2').textContent(), 'Kazakhstan', 'and can be read');
  });
}

test('a good brief clears the problems', async () => {
  await give(map, 'brief', 'fixtures/broken_values.json');
  assert.ok((await rows()).length > 1);
  assert.deepEqual(await give(map, 'brief', small), []);
  assert.equal(await map.getByRole('alert').count(), 0);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
});

test('a brief that a bundler put into its script is read under a policy that lets none be fetched', async () => {
  const inline = `data:application/json;base64,${Buffer.from(JSON.stringify(small)).toString('base64')}`;
  assert.deepEqual(await give(map, 'brief', inline), []);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
});

test('who made the page is warned on the console', async () => {
  const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
  await map.evaluate((element) => element.setAttribute('projection', 'flat'));
  assert.match((await warned).text(), /^khorgos-map: projection .*flat/);
});

test('a brief that is not there says so', async () => {
  const before = await picture(map);
  const [fault] = await give(map, 'brief', 'nowhere.json');
  const address = new URL('nowhere.json', site.url).href;
  assert.equal(fault.message, `could not be fetched: ${address} (HTTP 404)`);
  assert.match(await map.getByRole('alert').textContent(), /could not be fetched: .*nowhere\.json \(HTTP 404\)/);
  assert.equal((await heard(map, 'khorgos-error')).length, 1);
  await settled(map);
  assert.equal(await picture(map), before);
});

test('without a good map the whole box says what is wrong', async () => {
  const { page, close } = await site.open('', {
    viewport: { width: 390, height: 700 },
    prepare: async (page) => page.route('**/kazakhstan.json', async (route) => route.fulfill({ body: await fixture('broken_values') })),
  });
  await page.locator('khorgos-map .problems.full tbody tr').first().waitFor();
  assert.equal(await page.locator('khorgos-map .loading').isVisible(), false);
  await photograph(page, 'phone-problems');
  await close();
});

for (const [name, viewport] of [['wide', { width: 1200, height: 750 }], ['phone', { width: 390, height: 700 }]]) {
  test(`${name}: where WebAssembly is refused the poster and the table of facts remain, and one line says why`, async () => {
    const policy = CSP.replace(" 'wasm-unsafe-eval'", '');
    const body = `<!doctype html><html lang="en"><title>A map</title><link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><script type="module" src="khorgos.js"></script><body class="full"><khorgos-map><img slot="poster" src="assets/pictures/kazakhstan.png" alt="The map"></khorgos-map>`;
    const { page, close } = await site.open('made-up.html', {
      viewport,
      prepare: (page) => page.route('**/made-up.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body })),
    });
    const map = page.locator('khorgos-map');
    const table = map.getByRole('region', { name: 'Table of facts' });
    await table.waitFor();
    const alert = map.getByRole('alert');
    assert.match(await alert.textContent(), /^The map could not be started: this page does not allow WebAssembly/);
    assert.equal(await alert.locator('h2').count(), 1);
    const { facts } = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8'));
    assert.equal(await table.locator('tbody tr').count(), facts.length);
    const row = table.locator('tr', { hasText: facts[0].text });
    assert.match(await row.textContent(), /2021.*State Revenue Committee \(2021\)/);
    assert.equal(await row.locator('a').getAttribute('href'), 'https://kgd.gov.kz/en/exp_trade_files');
    assert.ok(await page.getByRole('img', { name: 'The map' }).isVisible());
    await page.getByRole('img', { name: 'The map' }).evaluate((image) => image.decode());
    await photograph(page, `${name}-bare`);
    await close();
  });
}

const polygon = (...rings) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { iso_a3: 'KAZ', name: 'Kazakhstan' }, geometry: { type: 'Polygon', coordinates: rings } }],
});

for (const [name, rings, path] of [
  ['an open ring', [[[50, 40], [80, 40], [80, 50], [50, 50]]], '$.features[0].geometry.coordinates[0]'],
  ['an empty ring', [[]], '$.features[0].geometry.coordinates[0]'],
  ['no ring', [], '$.features[0].geometry.coordinates'],
  ['a latitude of 140', [[[50, 40], [80, 140], [80, 50], [50, 40]]], '$.features[0].geometry.coordinates[0][1]'],
]) {
  test(`a base map with ${name} is refused`, async () => {
    const before = await picture(map);
    const [fault] = await give(map, 'map', polygon(...rings));
    assert.equal(fault.source, 'map');
    assert.deepEqual(fault.problems.map((problem) => problem.path), [path]);
    assert.deepEqual(await rows(), [path]);
    await settled(map);
    assert.equal(await picture(map), before);
  });
}

test('a base map with a hole where a number should be (NaN) is refused', async () => {
  const faults = await map.evaluate((element, map) => {
    map.features[0].geometry.coordinates[0][1][0] = NaN;
    element.map = map;
    return element.ready.then(() => [], (error) => error.faults);
  }, polygon([[50, 40], [80, 40], [80, 50], [50, 40]]));
  assert.equal(faults[0].source, 'map');
  assert.ok(faults[0].problems.length > 0);
});

test('what JSON cannot hold is refused in words', async () => {
  const message = await map.evaluate((element) => {
    const ring = {};
    ring.self = ring;
    element.brief = ring;
    return element.ready.catch((error) => error.message);
  });
  assert.match(message, /^brief is not JSON/);
});

test('a map of one country and a brief that fits it', async () => {
  const one = polygon([[50, 40], [80, 40], [80, 50], [50, 50], [50, 40]]);
  const faults = await map.evaluate((element, [one, small]) => {
    const { CHN, ...actors } = small.actors;
    element.map = one;
    element.brief = { ...small, actors: { ...actors, CHN }, lines: [], areas: [] };
    return element.ready.then(() => [], (error) => error.faults);
  }, [one, small]);
  assert.deepEqual(faults, []);
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
});

test('when drawing breaks down the reader is told, and the next brief starts anew', async () => {
  await map.evaluate((element) => {
    const { fillText } = OffscreenCanvasRenderingContext2D.prototype;
    window.mend = () => (OffscreenCanvasRenderingContext2D.prototype.fillText = fillText);
    OffscreenCanvasRenderingContext2D.prototype.fillText = () => {
      throw new Error('no ink');
    };
    element.zoomBy(1.5);
  });
  await map.getByRole('alert').waitFor();
  assert.match(await map.getByRole('alert').textContent(), /could not be drawn: no ink/);
  const [fault] = await heard(map, 'khorgos-error');
  assert.equal(fault.source, 'engine');
  assert.equal(await map.evaluate((element) => element.pick(600, 300)), null);
  await page.evaluate(() => window.mend());
  assert.deepEqual(await give(map, 'brief', small), []);
  assert.equal(await map.getByRole('alert').count(), 0);
  await settled(map);
  assert.ok((await colours(map)) > 5);
  assert.equal(await map.evaluate((element) => element.select('gate')), true);
});
