// The demo page under the strict policy: the map's pixels are there, nothing is reported, and pictures are taken.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { colours, drawn, settled } from './element.mjs';
import { picture, start } from './harness.mjs';

const WIDE = { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 1 };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

for (const [name, options] of [['wide', WIDE], ['phone', PHONE]]) {
  test(`${name}: the map is drawn in every part of its box, and nothing is reported`, async () => {
    const { page, problems, close } = await site.open('', { ...options, reducedMotion: 'reduce' });
    const map = await drawn(page);
    const { width, height } = await map.evaluate((element) => {
      const { width, height } = element.shadowRoot.querySelector('canvas');
      return { width, height };
    });
    const scale = options.deviceScaleFactor;
    assert.deepEqual({ width, height }, { width: options.viewport.width * scale, height: options.viewport.height * scale }, 'one canvas pixel a screen pixel');
    for (const part of [[0, 0, 0.5, 0.5], [0.5, 0, 1, 0.5], [0, 0.5, 0.5, 1], [0.5, 0.5, 1, 1]]) {
      const count = await colours(map, part);
      assert.ok(count > 12, `${count} colours in ${part}`);
    }
    assert.match(await map.locator('.title h2').textContent(), /Kazakhstan/);
    assert.match(await map.locator('.credits').textContent(), /Natural Earth/);
    await picture(page, name);

    await map.evaluate((element) => element.select('KAZ'));
    await settled(map);
    await picture(page, `${name}-panel`);
    await map.evaluate((element) => element.select(null));

    if (name === 'phone') {
      await map.getByRole('button', { name: 'Legend' }).click();
      await picture(page, 'phone-legend');
    } else {
      await map.evaluate((element) => element.select('khorgos-gateway'));
      await settled(map);
      await picture(page, 'wide-khorgos');
    }
    assert.deepEqual(problems, []);
    await close();
  });
}
