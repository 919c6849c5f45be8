// A network that fails: what may be back in a moment is asked for again, and what stays away is told, with a button.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, give, heard, listen, openShare, settled } from './element.mjs';
import { answering, start } from './harness.mjs';

const small = await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8');
const TRIES = 3;

let site, page, closePage, tries;
before(async () => {
  site = await start();
});
after(() => site.close());
afterEach(() => closePage());

/** Opens the map; requests for `path` fail, the first `times` of them, as `fail(route)` does it. */
async function open(path, times, fail, address = '') {
  tries = 0;
  const isBroken = () => tries++ < times;
  ({ page, close: closePage } = await site.open(address, {
    reducedMotion: 'reduce',
    prepare: (page) => page.route(`**/${path}`, (route) => (isBroken() ? fail(route) : route.fallback())),
  }));
  return page.locator('khorgos-map');
}

const FAILURES = {
  'no answer': (route) => route.abort(),
  'HTTP 503': (route) => route.fulfill({ status: 503 }),
  'HTTP 429': (route) => route.fulfill({ status: 429 }),
};
const FILES = { brief: 'kazakhstan.json', map: 'osm.bin', engine: 'khorgos_wasm_bg.wasm' };

for (const [source, path] of Object.entries(FILES)) {
  for (const [why, fail] of Object.entries(FAILURES)) {
    test(`${source}, ${why} twice: the map comes all the same`, async () => {
      const map = await open(path, TRIES - 1, fail);
      await drawn(page);
      assert.equal(tries, TRIES);
      assert.equal(await map.getByRole('alert').count(), 0);
      assert.ok((await colours(map)) > 50);
    });
  }

  test(`${source}, no answer at all: told with a button, which loads what lacks and nothing else`, async () => {
    const map = await open(path, TRIES, FAILURES['no answer']);
    const alert = map.getByRole('alert');
    assert.match(await alert.textContent(), /could not be fetched: .* \(no answer\)/);
    assert.equal(tries, TRIES);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
    await map.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor({ state: 'detached' });
    await drawn(page);
    assert.deepEqual(asked.filter((name) => /wasm|json|bin/.test(name)).filter((name) => name !== path), path === 'osm.bin' ? ['base.bin'] : []);
    assert.ok((await colours(map)) > 50);
  });
}

test('what is not there is asked for once, and there is no button', async () => {
  const map = await open('kazakhstan.json', Infinity, (route) => route.fulfill({ status: 404 }));
  assert.match(await map.getByRole('alert').textContent(), /HTTP 404/);
  assert.equal(tries, 1);
  assert.equal(await map.getByRole('button', { name: 'Try again' }).count(), 0);
});

test('a module that is cut off is refused, and had whole by the button', async () => {
  const map = await open('khorgos_wasm_bg.wasm', 1, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 50_000) });
  });
  assert.match(await map.getByRole('alert').textContent(), /The map could not be started: /);
  await map.getByRole('button', { name: 'Try again' }).click();
  await drawn(page);
  assert.ok((await colours(map)) > 50);
});

test('an answer that breaks off is asked for again; a document that ends early is refused with its place', async () => {
  let answers = 0;
  const server = await answering((_, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(small) });
    if (answers++ === 1) response.end(small);
    else response.write(small.slice(0, 500), () => response.destroy());
  });
  try {
    const map = await open('unused', 0, FAILURES['no answer']);
    await drawn(page);
    assert.deepEqual(await give(map, 'brief', `${server.url}/brief.json`), []);
    assert.equal(answers, 2);
    await page.route('**/early.json', (route) => route.fulfill({ body: small.slice(0, 500) }));
    const [fault] = await give(map, 'brief', 'early.json');
    assert.deepEqual(fault.problems.map(({ path }) => path), ['$']);
    assert.match(fault.problems[0].found, /line \d+/);
    const faults = await give(map, 'brief', `${server.url}/brief.json`);
    assert.match(faults[0].message, /\(the answer broke off\)$/);
    assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours', 'the last good map stays');
  } finally {
    server.close();
  }
});

test('answers that come in drops: the last good map stays meanwhile, and the newest is drawn', async () => {
  const drops = small.match(/[^]{1,50}/g);
  let sent = 0;
  const server = await answering(async (_, response) => {
    for (const drop of drops) {
      response.write(drop);
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    response.end();
  });
  try {
    const map = await open('unused', 0, FAILURES['no answer']);
    await drawn(page);
    const given = give(map, 'brief', `${server.url}/brief.json`);
    await page.waitForTimeout(100);
    assert.equal(await map.evaluate((element) => element.select('CHN')), true, 'the map before can be used');
    assert.ok(sent < drops.length, `${sent} of ${drops.length}`);
    assert.deepEqual(await given, []);
    assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  } finally {
    server.close();
  }
});

for (const [what, path, act] of [
  ['search', 'khorgos_desk.js', (map) => map.getByRole('button', { name: 'Search' }).click()],
  ['the buttons that come later', 'khorgos_more.js', () => {}],
]) {
  test(`${what}: a script that fails once is asked for again`, async () => {
    const map = await open(path, 1, FAILURES['no answer']);
    await drawn(page);
    await act(map);
    await map.locator(path.includes('desk') ? 'dialog[open]' : '.hint').first().waitFor({ state: 'attached' });
    assert.equal(tries, 2);
  });
}

for (const [what, path] of [['takeaway', 'khorgos_takeaway_bg.wasm'], ['its script', 'khorgos_takeaway.js']]) {
  test(`${what}: asked for again, and the table is had`, async () => {
    const map = await open(path, 1, FAILURES['no answer']);
    await drawn(page);
    assert.match(await map.evaluate((element) => element.toCSV()), /^id,/);
    assert.equal(tries, 2);
  });
}

test('a script that stays away is told of, and the map is there: the state in the address, a link', async () => {
  const uncaught = [];
  const map = await open('khorgos_state.js', Infinity, FAILURES['no answer']);
  page.on('pageerror', (error) => uncaught.push(error.message));
  await drawn(page);
  await listen(map, 'khorgos-error');
  await map.evaluate((element) => (element.state = 'hash'));
  await map.getByRole('alert').waitFor();
  assert.equal(tries, TRIES);
  assert.match(await map.getByRole('alert').textContent(), /could not be joined to the address: /);
  await openShare(map);
  await map.getByRole('button', { name: 'Copy link' }).click();
  await map.getByText(/could not be linked to/).waitFor({ state: 'attached' });
  assert.deepEqual((await heard(map, 'khorgos-error')).map(({ source, problems }) => [source, problems]), [['engine', []], ['engine', []]]);
  assert.ok((await colours(map)) > 50);
  assert.deepEqual(uncaught, []);
});

test('after destroy() nothing is asked for', async () => {
  const map = await open('{kazakhstan.json,base.bin,khorgos_wasm_bg.wasm}', Infinity, FAILURES['no answer']);
  await page.waitForEvent('requestfailed');
  await listen(map, 'khorgos-error');
  const asked = [];
  await map.evaluate((element) => element.destroy());
  page.on('request', (request) => asked.push(request.url()));
  await page.waitForTimeout(2500); // longer than all pauses
  assert.deepEqual(asked, []);
  assert.deepEqual(await heard(map, 'khorgos-error'), []);
});
