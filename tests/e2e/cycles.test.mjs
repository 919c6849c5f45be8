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
