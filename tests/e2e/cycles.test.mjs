// Maps that come and go leave nothing behind; in short, for `make soak` see tests/soak/.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figures, live, openCounted, told, use, wrong } from '../soak/lives.mjs';
import { start } from './harness.mjs';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

async function holds(opened, t, go) {
  await go(15);
  const before = await figures(opened);
  await go(30);
  const after = await figures(opened);
  t.diagnostic(`before: ${told(before)}`);
  t.diagnostic(`after: ${told(after)}`);
  assert.ok(after.nodes <= before.nodes + 50 && after.listeners <= before.listeners + 10, told(after));
  assert.ok(after.heap <= before.heap + 1.5 && after.wasm <= before.wasm * 1.2, told(after));
  assert.deepEqual(wrong(opened), []);
  await opened.close();
}

test('thirty maps that come and go', async (t) => {
  const opened = await openCounted(site);
  await holds(opened, t, (count) => live(opened.page, count));
});

test('one map that is used', async (t) => {
  const opened = await openCounted(site, '<khorgos-map></khorgos-map>');
  await holds(opened, t, (count) => use(opened.page, 4 * count, 7));
});

test('maps that show the shipped base map have one between them', async (t) => {
  const held = async (count) => {
    const opened = await openCounted(site, '<khorgos-map loading="eager"></khorgos-map>'.repeat(count));
    await opened.page.evaluate(() => Promise.all([...document.querySelectorAll('khorgos-map')].map(({ settled }) => settled)));
    const { wasm } = await figures(opened);
    // The one whose map the others took may go.
    await opened.page.evaluate(() => document.querySelector('khorgos-map').remove());
    const other = opened.page.locator('khorgos-map').last();
    if (count > 1) assert.equal(await other.evaluate((element) => element.select('KAZ')), true);
    assert.deepEqual(wrong(opened), []);
    await opened.close();
    return wasm;
  };
  const more = ((await held(11)) - (await held(1))) / 10;
  t.diagnostic(`${more.toFixed(2)} MB of WebAssembly for each map after the first`);
  assert.ok(more < 1.9, `${more} MB`); // with a base map each, 2.3
});
