// How much is read of documents: the page's limits, and answers that do not end.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, give, settled } from './element.mjs';
import { answering, start } from './harness.mjs';

const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8'));
const topology = JSON.parse(await readFile(new URL('../../assets/map/base.topo.json', import.meta.url), 'utf8'));
const long = { ...small, meta: { ...small.meta, summary: 'a'.repeat(20_000) } };

let site, page, closePage, map;
before(async () => {
  site = await start();
});
after(() => site.close());
afterEach(() => closePage());

async function open() {
  ({ page, close: closePage } = await site.open('', { reducedMotion: 'reduce' }));
  map = await drawn(page);
}

/** What is expected and found, of each fault. */
const told = (faults) => faults.flatMap(({ source, problems }) => problems.map(({ path, expected, found }) => `${source} ${path} ${expected} ${found}`));

/** Sets limits, and says what came of it. */
const limit = (limits) => give(map, 'limits', limits);

test('limits of the page hold for brief and map, and are lifted again', async () => {
  await open();
  assert.deepEqual(await give(map, 'brief', long).then(told), ['brief $.meta.summary at most 10000 characters 20000 characters']);
  assert.deepEqual(await limit({ text: 20_000 }), []);
  await settled(map);
  assert.equal(await map.evaluate((element) => element.limits.text), 20_000);
  assert.match(await map.evaluate((element) => element.toSVG()), /^<svg/, 'who makes the picture reads as much');
  assert.deepEqual(await limit({ text: 20_000, elements: 1 }).then(told), ['brief $.actors.CHN.anchor at most 1 elements 2 elements']);
  assert.ok((await colours(map)) > 10, 'the last good map stays');
  assert.deepEqual(await limit({ text: 20_000, features: 3 }).then(told).then(([first]) => first.replace(/\S+ features$/, '… features')), 'map $ at most 3 features … features');
  assert.deepEqual(await limit(null).then(told), ['brief $.meta.summary at most 10000 characters 20000 characters']);
  assert.equal(await map.evaluate((element) => element.limits), null);
  await give(map, 'brief', small);
  await limit({ text: 500 });
  const isSame = await map.evaluate((element) => {
    const { ready } = element;
    element.limits = { text: 500 };
    return element.ready === ready;
  });
  assert.ok(isSame, 'equal ones read nothing anew');
  for (const limits of [undefined, 7, 'x', [], { text: '9' }, { text: -1 }, { text: NaN, bytes: Infinity }]) {
    await give(map, 'brief', small);
    assert.deepEqual(await limit(limits), [], String(limits));
  }
});

for (const worker of ['off', 'on']) {
  test(`a map that is read, with the worker ${worker}, is read within them`, async () => {
    await open();
    await map.evaluate((element, worker) => element.setAttribute('worker', worker), worker);
    assert.deepEqual(await give(map, 'brief', small), []);
    await limit({ vertices: 1000 });
    const [fault] = await give(map, 'map', topology);
    assert.deepEqual([fault.source, fault.problems[0].expected], ['map', 'at most 1000 points']);
    assert.deepEqual(await limit(null), []);
  });
}

test('limits that were set before the element came', async () => {
  ({ page, close: closePage } = await site.open('bare.html', {
    prepare: (page) => page.route('**/bare.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' })),
  }));
  const faults = await page.evaluate(async () => {
    const element = document.createElement('khorgos-map');
    element.limits = { elements: 1 };
    element.loading = 'eager';
    document.body.append(element);
    await import('./khorgos.js');
    return element.ready.then(() => [], (error) => error.faults.map(({ source }) => source));
  });
  assert.deepEqual(faults, ['brief']);
});

test('an answer that does not end is broken off', async () => {
  await open();
  let isOpen = true;
  let sent = 0;
  const server = await answering((_, response) => {
    response.on('close', () => (isOpen = false));
    const pour = () => {
      while (isOpen && response.write(' '.repeat(65_536))) sent += 65_536;
      if (isOpen) response.once('drain', pour);
    };
    pour();
  });
  try {
    const url = `${server.url}/brief.json`;
    await limit({ bytes: 3e6 });
    const [fault] = await give(map, 'brief', url);
    assert.deepEqual([fault.source, fault.url, fault.problems], ['brief', url, [{ path: '$', expected: 'at most 3000000 bytes', found: 'more' }]]);
    await page.waitForTimeout(200);
    assert.equal(isOpen, false);
    assert.ok(sent < 60e6, `${sent} bytes were sent`);
    assert.ok((await colours(map)) > 50, 'the last good map stays');
    // Without limits of the page the engine's holds.
    isOpen = true;
    await limit(null);
    assert.equal((await give(map, 'brief', url))[0].problems[0].expected, 'at most 134217728 bytes');
  } finally {
    server.close();
  }
});
