// A large base map is read in a worker or in slices, with a bar that tells how far it is and a button that breaks it off.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn, give, settled } from './element.mjs';
import { picture, start, withPage } from './harness.mjs';

const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url)));
let site;

before(async () => {
  site = await start();
});
after(() => site.close());

/** Gives the element a map of many countries with winding borders, and says what came of it. Two of them are the brief's. */
const giveLarge = (map) =>
  map.evaluate((element, small) => {
    const [columns, rows, points] = [20, 12, 2500];
    const features = [];
    // The way depends on where it is, so neighbours have the same border.
    const side = (from, to) =>
      Array.from({ length: points }, (_, n) => {
        const t = n / points;
        const [x, y] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
        const off = Math.sin((x + y) * 30) * Math.sin(t * Math.PI) * 0.3;
        return from[0] === to[0] ? [x + off, y] : [x, y + off];
      });
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [west, south] = [-60 + column * 9, -20 + row * 8];
        const corners = [[west, south], [west + 9, south], [west + 9, south + 8], [west, south + 8], [west, south]];
        const ring = corners.slice(1).flatMap((to, index) => side(corners[index], to));
        ring.push(ring[0]);
        const id = { '11,8': 'KAZ', '12,8': 'CHN' }[`${column},${row}`] ?? `A${row}-${column}`;
        features.push({ type: 'Feature', properties: { iso_a3: id, name: id }, id, geometry: { type: 'Polygon', coordinates: [ring] } });
      }
    }
    element.map = { type: 'FeatureCollection', features };
    const { KAZ, CHN } = small.actors;
    element.brief = { ...small, actors: { KAZ, CHN }, lines: [], areas: [] };
    window.outcome = element.ready.then(
      () => 'ready',
      (error) => error.message,
    );
  }, small);
const outcome = (page) => page.evaluate(() => window.outcome);

/** Waits until no worker is left. */
const ended = (page) => Promise.all(page.workers().map((worker) => worker.waitForEvent('close')));

/** A page with a map, and the workers that it starts. */
async function opened(attributes) {
  const workers = [];
  const prepared = withPage(`<khorgos-map ${attributes}></khorgos-map>`, { viewport: { width: 800, height: 500 } });
  const { page, problems } = await site.open('made-up.html', {
    ...prepared,
    prepare: async (page) => {
      page.on('worker', (worker) => workers.push(worker.url()));
      await prepared.prepare(page);
    },
  });
  return { page, problems, workers, map: await drawn(page) };
}

for (const [where, attributes, count] of [
  ['in a worker', '', 1],
  ['in slices', 'worker="off"', 0],
]) {
  test(`${where}: a bar tells how far the reading is, and a button breaks it off`, async () => {
    const { page, problems, workers, map } = await opened(attributes);
    await giveLarge(map);
    const bar = map.getByRole('progressbar', { name: 'Reading the map' });
    await bar.waitFor();
    await map.locator('progress').evaluate(async (bar) => {
      while (!(bar.value > 0 && bar.value < 1)) await new Promise(requestAnimationFrame);
    });
    await picture(page, 'reading');
    await map.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await outcome(page), 'map was not read to its end');
    assert.equal(await bar.isVisible(), false);
    assert.match(await map.getByRole('alert').textContent(), /was not read to its end.*The last good map is still shown/);
    await settled(map);
    assert.equal(await map.locator('.title h2').textContent(), 'Kazakhstan between China, Russia and the West');
    assert.equal(workers.length, count);
    await ended(page);
    assert.deepEqual(problems, []);
  });

  test(`${where}: left alone it comes to its end`, async () => {
    const { page, problems, workers, map } = await opened(attributes);
    await giveLarge(map);
    assert.equal(await outcome(page), 'ready');
    assert.equal(await map.getByRole('progressbar').isVisible(), false);
    await settled(map);
    await picture(page, 'read');
    const picked = await map.evaluate((element) => element.pick(...element.project(41, 48)));
    assert.deepEqual(picked, { kind: 'country', id: 'KAZ' });
    assert.equal(workers.length, count);
    await ended(page);
    assert.deepEqual(problems, []);
  });

  test(`${where}: another map takes the place of one that is being read`, async () => {
    const { page, problems, map } = await opened(attributes);
    await giveLarge(map);
    await map.getByRole('progressbar').waitFor();
    await map.evaluate((element) => {
      element.map = undefined;
      element.brief = undefined;
      return element.ready;
    });
    assert.equal(await map.getByRole('progressbar').isVisible(), false);
    assert.equal(await map.locator('.title h2').textContent(), 'Kazakhstan between China, Russia and the West');
    await ended(page);
    assert.deepEqual(problems, []);
  });

  test(`${where}: what is wrong with a large map is told`, async () => {
    const { problems, map } = await opened(attributes);
    const faults = await give(map, 'map', { type: 'FeatureCollection', features: [], more: 'x'.repeat(1_000_000) });
    assert.deepEqual(
      faults.map(({ source, message }) => [source, message]),
      [['map', 'was refused: $.features: expected at least one feature, found an array of 0']],
    );
    assert.deepEqual(problems, []);
  });
}

test('a page that may have no worker reads in slices', async () => {
  const strict = await start({ csp: true });
  try {
    const { page, problems } = await strict.open('');
    await giveLarge(await drawn(page));
    assert.equal(await outcome(page), 'ready');
    assert.deepEqual(page.workers(), []);
    assert.ok(problems.length > 0 && problems.every((line) => /TrustedScriptURL|Trusted Types/i.test(line)), `${problems}`);
  } finally {
    await strict.close();
  }
});

test('a long brief is read in slices too', async () => {
  const { page, problems, map } = await opened('');
  await map.evaluate((element, small) => {
    const { KAZ, CHN } = small.actors;
    const [fact] = small.facts.filter(({ subject, object, value }) => subject === 'KAZ' && object === 'CHN' && value);
    const facts = Array.from({ length: 150_000 }, (_, n) => ({ ...fact, id: `f${n}` }));
    element.brief = { ...small, actors: { KAZ, CHN }, facts, flows: [], places: [], lines: [], areas: [], lenses: undefined, story: undefined };
    window.outcome = element.ready.then(
      () => 'ready',
      (error) => error.message,
    );
  }, small);
  await map.getByRole('progressbar', { name: 'Reading the map' }).waitFor();
  await map.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await outcome(page), 'brief was not read to its end');
  await settled(map);
  assert.equal(await map.locator('.title h2').textContent(), 'Kazakhstan between China, Russia and the West');
  assert.deepEqual(problems, []);
});
