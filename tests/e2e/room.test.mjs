// The pieces of the interface in boxes of every size: none lies on another, and what is to be pressed can be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawn, isReached, overlaps, settled } from './element.mjs';
import { picture as photograph, start } from './harness.mjs';

const PIECES = ['.title', '.legend', '.openers', '.tools', '.controls', '.credit-line', '.opens-info', '.panel.open'];
const SIZES = [[390, 700], [600, 375], [620, 460], [690, 500], [700, 600], [760, 560], [899, 562], [1000, 625], [1200, 750], [1600, 1000]];

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const atRest = (map) => map.locator('.panel').evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));

for (const [width, height] of SIZES) {
  test(`${width} × ${height}: nothing overlaps, with and without the panel, and the legend takes a quarter of the map at most`, async () => {
    const { page, problems, close } = await site.open('', { viewport: { width, height }, reducedMotion: 'reduce' });
    const map = await drawn(page);
    assert.deepEqual(await overlaps(map, PIECES), []);
    const legend = map.locator('.legend');
    const isOut = await legend.isVisible();
    assert.equal(isOut, width >= 700 && height >= 520, 'otherwise it is behind its button');
    if (isOut) {
      const box = await legend.boundingBox();
      assert.ok(box.width * box.height <= (width * height) / 4, JSON.stringify(box));
    }
    if (width === 1200) assert.ok(await legend.evaluate((node) => node.scrollHeight <= node.clientHeight), 'it is seen whole');

    await map.evaluate((element) => element.select('KAZ'));
    await settled(map);
    await atRest(map);
    assert.deepEqual(await overlaps(map, PIECES), []);
    for (const tab of await map.getByRole('radio').all()) {
      await tab.scrollIntoViewIfNeeded(); // on a narrow map their row scrolls
      assert.ok(await isReached(tab), await tab.textContent());
    }
    for (const name of ['Zoom in', 'Show the whole map']) assert.ok(await isReached(map.getByRole('button', { name })), name);
    if (height >= 420 && width < 1280) assert.ok(await isReached(map.locator('.opens-legend')));
    await photograph(page, `room-${width}-panel`);
    assert.deepEqual(problems, []);
    await close();
  });
}

// A screen of 1280 by 1024 at 400 %, the default height of a map in a narrow column, and a phone held sideways.
for (const [width, height] of [[320, 256], [390, 320], [667, 320]]) {
  test(`${width} × ${height}: low, and still the facts and the story have room`, async () => {
    const { page, problems, close } = await site.open('', { viewport: { width, height }, reducedMotion: 'reduce' });
    const map = await drawn(page);
    assert.deepEqual(await overlaps(map, [...PIECES, '.gauge']), []);
    await map.evaluate((element) => element.select('KAZ'));
    await settled(map);
    await atRest(map);
    await photograph(page, `low-${width}-panel`);
    const panel = await map.locator('.panel').boundingBox();
    await page.mouse.move(panel.x + panel.width / 2, panel.y + panel.height - 20);
    await page.mouse.wheel(0, height);
    const shared = () =>
      map.locator('.panel').evaluate((panel) => {
        const { left, width } = panel.getBoundingClientRect();
        const lines = Array.from({ length: innerHeight }, (_, y) => panel.getRootNode().elementFromPoint(left + width / 2, y));
        return lines.filter((node) => node?.closest('.panel-body')).length / innerHeight;
      });
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('khorgos-map');
      return [...shadowRoot.querySelectorAll('.panel, .panel *')].some(({ scrollTop }) => scrollTop > 0);
    });
    assert.ok((await shared()) > 0.5, `${await shared()} of the box is for facts`);
    await photograph(page, `low-${width}-read`);
    await page.mouse.wheel(0, 1e6);
    await map.locator('.panel .source').last().waitFor();
    await page.waitForFunction(() => {
      const { bottom } = [...document.querySelector('khorgos-map').shadowRoot.querySelectorAll('.panel .source')].at(-1).getBoundingClientRect();
      return bottom > 0 && bottom <= innerHeight;
    });
    await page.keyboard.press('Escape');
    await map.locator('.opens-story').click();
    await settled(map);
    await photograph(page, `low-${width}-story`);
    assert.deepEqual(await overlaps(map, ['.story', '.tools', '.controls', '.credit-line', '.opens-info', '.openers']), []);
    for (const name of ['Next step', 'End the story', 'Facts and sources']) {
      const button = map.locator('.story').getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      assert.ok(await isReached(button), name);
    }
    assert.deepEqual(problems, []);
    await close();
  });
}
