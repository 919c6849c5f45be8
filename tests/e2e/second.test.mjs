// A second brief, of another publication, focus and measures: all of it works that works for the first.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, heard, listen, overlaps, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start, withPage } from './harness.mjs';

const PAGE = '<main class="full"><khorgos-map brief="assets/briefs/projects.json"></khorgos-map></main>';
const WIDE = { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, reducedMotion: 'reduce' };

let site, brief, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
  brief = JSON.parse(await readFile(new URL('../../assets/briefs/projects.json', import.meta.url), 'utf8'));
});
after(() => site.close());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const legend = () => map.locator('.legend').evaluate((node) => node.textContent.replaceAll('\u00a0', ' '));
const button = (name) => map.getByRole('button', { name, exact: true });

for (const [name, screen] of [['wide', WIDE], ['phone', PHONE]]) {
  const open = async () => {
    ({ page, problems, close: closePage } = await site.open('made-up.html', withPage(PAGE, screen)));
    map = await drawn(page);
  };

  test(`${name}: it is drawn, with its own title, legend and credits, and nothing lies on another`, async () => {
    await open();
    assert.ok((await colours(map)) > 50, 'the map has colours');
    assert.equal(await map.locator('.title h2, .title h1').first().textContent(), brief.meta.title);
    assert.deepEqual((await map.getByRole('radio').allTextContents()).slice(1), brief.lenses.map(({ title }) => title));
    assert.match(await legend(), /Kyrgyzstan/);
    assert.match(await legend(), /Loans on terms near the market’s \(OOF-like\), USD of 2017: about USD 22,851 mn, 2001–2017/);
    assert.doesNotMatch(await legend(), /ODA-like/, 'one scale at first');
    assert.match(await map.locator('.credits').evaluate((node) => node.textContent), /locations © OpenStreetMap contributors \(ODbL 1\.0\)/);
    assert.deepEqual(await overlaps(map, ['.title', '.tools', '.controls', '.openers', '.legend', '.gauge']), []);
    await photograph(page, `second-${name}`);
  });

  test(`${name}: a country's panel has its facts with the source, and says what has no amount`, async () => {
    await open();
    await map.evaluate((element) => element.select('KGZ'));
    await settled(map);
    const { title, facts, sources } = await panelOf(map);
    assert.equal(title, 'Kyrgyzstan');
    const wanted = brief.facts.filter(({ subject, object }) => [subject, object].includes('KGZ')).map(({ id }) => id);
    assert.deepEqual(facts.map(({ id }) => id).sort(), wanted.sort());
    assert.equal(facts.find(({ id }) => id === 'oof-KGZ').figure, 'about USD 2,250 mn');
    assert.equal(facts.find(({ id }) => id === 'no-amount-KGZ').figure, '11');
    assert.ok(facts.every(({ notes }) => notes.length > 0), 'each cites a source');
    assert.match(sources[0].text, /Tracking Chinese Development Finance/);
    assert.match(sources[0].link, /^https:\/\/www\.aiddata\.org\//);
    await map.evaluate((element) => element.select('pakrut'));
    await settled(map);
    const place = await panelOf(map);
    assert.match(place.credit, /© OpenStreetMap contributors, ODbL 1\.0/);
    assert.equal(place.facts.find(({ id }) => id === 'project-70324').figure, undefined, 'no amount, no figure');
  });

  test(`${name}: a lens shows its sums and sites, and sets the countries side by side`, async () => {
    await open();
    const before = await picture(map);
    await map.getByRole('radio', { name: 'Energy', exact: true }).click();
    await settled(map);
    assert.equal(await map.getAttribute('lens'), 'energy');
    const sums = brief.facts.filter(({ measure }) => measure === 'sum_energy').sort((a, b) => b.value - a.value);
    const rows = await map.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('.comparison')]
        .filter((one) => one.querySelector('h4').textContent.startsWith('Energy'))
        .flatMap((one) => [...one.querySelectorAll('.row-value')].map((node) => node.textContent.replaceAll(/\u00a0/g, ' '))),
    );
    assert.equal(rows.length, 5);
    for (const [index, { value }] of sums.entries()) assert.match(rows[index], new RegExp(`USD ${value.toLocaleString('en')} mn`));
    await photograph(page, `second-${name}-energy`);
    await page.keyboard.press('Escape');
    await settled(map);
    assert.notEqual(await picture(map), before);
    assert.match(await legend(), /Energy, all classes, USD of 2017: about USD 1,286 mn/);
    assert.doesNotMatch(await legend(), /Gas pipeline/);
  });

  test(`${name}: the story goes to its end`, async () => {
    await open();
    await listen(map, 'khorgos-select');
    await button('Story').click();
    const pictures = new Set();
    for (const [index, step] of brief.story.entries()) {
      await settled(map);
      assert.equal(await map.locator('.story .step.told h3').textContent(), step.title);
      assert.equal(await map.locator('.story .step.told p').textContent(), step.text);
      assert.equal(await map.getAttribute('lens'), step.lens);
      pictures.add(await picture(map));
      if (index < brief.story.length - 1) await button('Next step').click();
    }
    assert.equal(pictures.size, brief.story.length);
    assert.ok(await button('Next step').isDisabled());
    assert.deepEqual((await heard(map, 'khorgos-select')).map(({ id }) => id), brief.story.map(({ select }) => select));
    await photograph(page, `second-${name}-story`);
  });
}
