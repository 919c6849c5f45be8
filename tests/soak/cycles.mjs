// Too long for every day: `make soak`. A thousand maps that come and go, then an hour of use, a step a second, as fast as it goes.
// Says what is held after 100, 300 and 1,000, and fails where that grows.
import assert from 'node:assert/strict';
import { start } from '../e2e/harness.mjs';
import { figures, live, openCounted, told, use, wrong } from './lives.mjs';

const LIVES = [100, 300, 1000];
const STEPS = [360, 1080, 3600];

const site = await start({ csp: true });
try {
  const page = await openCounted(site);
  await watch(page, 'lives', LIVES, (count) => live(page.page, count));
  await page.close();
  const long = await openCounted(site, '<khorgos-map></khorgos-map>');
  await watch(long, 'steps', STEPS, (count, seed) => use(long.page, count, seed));
  await long.close();
} finally {
  await site.close();
}

async function watch(opened, what, marks, go) {
  const seen = [];
  let done = 0;
  for (const mark of marks) {
    // In parts, as an answer is waited for a limited time.
    while (done < mark) {
      const count = Math.min(20, mark - done);
      await go(count, done + 1);
      done += count;
    }
    seen.push(await figures(opened));
    console.log(`${mark} ${what}: ${told(seen.at(-1))}`);
  }
  const [, before, after] = seen;
  // A module never gives memory back: this is the most that was held at once, which creeps up with the views that lots come upon.
  assert.ok(after.wasm <= before.wasm * 1.25, 'the engine’s memory grows');
  assert.ok(after.heap <= before.heap + 2, 'the heap grows');
  assert.ok(after.nodes <= before.nodes + 200, 'nodes are left behind');
  assert.ok(after.listeners <= before.listeners + 20, 'listeners are left behind');
  assert.deepEqual(wrong(opened), []);
}
