// The projections on the page: the attribute, the brief's choice, a name that there is not.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { drawn, give, heard, listen, panelOf, picture as digest, settled, where } from './element.mjs';
import { picture, start } from './harness.mjs';

const NAMES = ['azimuthal-equal-area', 'conic-equal-area', 'conic-conformal', 'equal-earth', 'mercator'];
const WIDE = { width: 1200, height: 750 };
const world = JSON.parse(await readFile(new URL('../fixtures/briefs/good_world.json', import.meta.url)));

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
async function open(viewport = WIDE) {
  ({ page, problems, close: closePage } = await site.open('', { viewport, reducedMotion: 'reduce' }));
  map = await drawn(page);
  await listen(map, 'khorgos-viewchange', 'khorgos-error');
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const set = async (name) => {
  await map.evaluate((element, name) => {
    element.projection = name;
  }, name);
  await settled(map);
};

test('each projection draws a picture of its own, and null is that of the brief', async () => {
  await open();
  const first = await digest(map);
  const seen = new Set();
  for (const name of NAMES) {
    await set(name);
    assert.equal(await map.getAttribute('projection'), name);
    seen.add(await digest(map));
    await picture(page, `projection-${name}`);
  }
  assert.equal(seen.size, NAMES.length);
  assert.ok((await heard(map, 'khorgos-viewchange')).length >= NAMES.length - 1);
  await set(null);
  assert.equal(await map.getAttribute('projection'), null);
  assert.equal(await digest(map), first);
});

test('the selection and its panel stay', async () => {
  await open();
  await map.evaluate((element) => element.select('KAZ'));
  const panel = await panelOf(map);
  await set('mercator');
  assert.deepEqual(await panelOf(map), panel);
  const [south, north] = [await where(map, [71, 40]), await where(map, [71, 52])];
  assert.ok(Math.abs(south.x - north.x) < 0.01, 'meridians are upright');
});

test('a name that there is not is told, and the projection of the brief stands', async () => {
  await open();
  const first = await digest(map);
  await set('mercator');
  await set('globe');
  assert.equal(await digest(map), first);
  const [fault, ...others] = await heard(map, 'khorgos-error');
  assert.deepEqual(others, []);
  assert.equal(fault.source, 'projection');
  assert.match(fault.problems[0].expected, /azimuthal-equal-area.*mercator/);
});

test('an attribute that is there from the start holds for every brief', async () => {
  await open();
  await page.evaluate(async () => {
    const map = document.createElement('khorgos-map');
    map.setAttribute('projection', 'mercator');
    document.querySelector('khorgos-map').replaceWith(map);
    await map.ready;
  });
  await settled(map);
  const upright = async (lon) => Math.abs((await where(map, [lon, 40])).x - (await where(map, [lon, 52])).x) < 0.01;
  assert.ok(await upright(60));
  assert.deepEqual(await give(map, 'brief', world), []);
  assert.ok(await upright(60), 'the attribute goes before the brief');
});

for (const [form, viewport] of Object.entries({ wide: WIDE, phone: { width: 390, height: 700 } })) {
  test(`the world, ${form}`, async () => {
    await open(viewport);
    assert.deepEqual(await give(map, 'brief', world), []);
    await settled(map);
    const equator = [await where(map, [-170, 0]), await where(map, [170, 0])];
    assert.ok(equator[1].x > equator[0].x + 200, 'the brief asks for Equal Earth');
    for (const name of ['equal-earth', 'mercator', 'azimuthal-equal-area', 'conic-equal-area', 'conic-conformal']) {
      await set(name);
      await picture(page, `world-${name}-${form}`);
    }
  });
}
