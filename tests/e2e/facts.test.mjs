// A click on the map opens what the brief says of the thing, with its sources.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { approach, click, clickCountry, heard, listen, openWide, panelOf, settled, where } from './element.mjs';
import { start } from './harness.mjs';
import { lineOf } from './topology.mjs';

const asset = async (path) => JSON.parse(await readFile(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));

const SOUTHERN_CASPIAN = [51.6, 38.2];

let site, brief, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
  brief = await asset('briefs/kazakhstan.json');
});
after(() => site.close());
beforeEach(async () => {
  ({ page, problems, map, close: closePage } = await openWide(site));
});
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const ids = (panel) => panel.facts.map((fact) => fact.id).sort();
const noteOf = (source) => brief.sources[source].note;

/** Every fact shows the endnotes that the brief gives it, by way of the numbered list. */
function assertNotes(panel) {
  const endnotes = new Map(panel.sources.map((source) => [source.number, Number(/endnote (\d+)/.exec(source.text)?.[1])]));
  for (const shown of panel.facts) {
    const fact = brief.facts.find(({ id }) => id === shown.id);
    const expected = (fact.cite.notes ?? []).map(noteOf);
    assert.deepEqual(shown.notes.map((number) => endnotes.get(number)).sort(), expected.sort(), shown.id);
    assert.ok(shown.place.includes(fact.cite.section), shown.id);
  }
  for (const { link } of panel.sources) assert.ok(!link || /^https?:/.test(link), link);
}

test('Kazakhstan', async () => {
  await listen(map, 'khorgos-select');
  await clickCountry(page, map, 'KAZ');
  const panel = await panelOf(map);
  assert.equal(panel.title, 'Kazakhstan');
  assert.equal(panel.own, 'Қазақстан');
  assertNotes(panel);
  const trade = panel.facts.find(({ id }) => id === 'trade-china-total');
  assert.equal(trade.figure, 'USD 18.19 bn');
  assert.equal(trade.period, '2021');
  assert.match(trade.place, /Status quo, paragraph 1/);
  const budget = panel.facts.find(({ id }) => id === 'budget-oil-gas');
  assert.match(budget.figure, /^almost 45%$/);
  const about = brief.facts.filter(({ subject, object }) => subject === 'KAZ' || object === 'KAZ').map(({ id }) => id);
  assert.deepEqual(ids(panel), about.sort());
  assert.deepEqual(await heard(map, 'khorgos-select'), [{ kind: 'country', id: 'KAZ' }]);
});

test('the base in Tajikistan', async () => {
  const place = brief.places.find(({ id }) => id === 'base-tajikistan');
  await click(page, map, place.position);
  const panel = await panelOf(map);
  assert.equal(panel.title, place.name.en);
  assert.deepEqual(ids(panel), [...place.facts].sort());
  assertNotes(panel);
  assert.ok(panel.remarks.some((remark) => remark.includes(place.remark)), 'the remark on how sure the place is');
  assert.match(panel.credit, /approximate/);
});

test('Khorgos', async () => {
  const place = brief.places.find(({ id }) => id === 'khorgos-gateway');
  await click(page, map, place.position);
  const panel = await panelOf(map);
  assert.equal(panel.title, place.name.en);
  assert.deepEqual(ids(panel), [...place.facts].sort());
  assertNotes(panel);
});

test('a pipeline', async () => {
  const line = brief.lines.find(({ id }) => id === 'cpc');
  const route = lineOf(await asset('map/base.topo.json'), line.geometry);
  const middle = route[Math.floor(route.length / 2)];
  await approach(map, middle, 4);
  await click(page, map, middle);
  const panel = await panelOf(map);
  assert.equal(panel.title, line.name.en);
  assert.deepEqual(ids(panel), [...line.facts].sort());
  assertNotes(panel);
  assert.ok(panel.credit.includes('Global Energy Monitor'));
});

test('a little number leads to its source, and back', async () => {
  await clickCountry(page, map, 'KAZ');
  const mark = map.locator('[data-fact="trade-china-total"] .note-mark').first();
  const number = await mark.textContent();
  await mark.click();
  const source = map.locator(`[data-source="${number}"]`);
  assert.ok(await source.evaluate((node) => node === node.getRootNode().activeElement));
  assert.match(await source.textContent(), /State Revenue Committee/);
  assert.equal(await source.locator('a').getAttribute('rel'), 'noopener noreferrer');
  await source.getByRole('button', { name: 'Back to the text' }).click();
  assert.ok(await mark.evaluate((node) => node === node.getRootNode().activeElement));
});

test('Escape, the close button, a click on the sea and a click outside shut the panel', async () => {
  const shut = {
    escape: () => page.keyboard.press('Escape'),
    button: () => map.getByRole('button', { name: 'Close', exact: true }).click(),
    sea: () => click(page, map, SOUTHERN_CASPIAN),
    outside: async () => {
      await map.evaluate((element) => {
        element.before(document.createElement('h1'));
        element.previousSibling.append('Outside');
      });
      await page.getByRole('heading', { name: 'Outside', exact: true }).click();
    },
  };
  for (const [name, act] of Object.entries(shut)) {
    await clickCountry(page, map, 'KAZ');
    assert.equal((await panelOf(map))?.title, 'Kazakhstan', `open before ${name}`);
    await act();
    await settled(map);
    assert.equal(await panelOf(map), undefined, name);
  }
});

test('by keyboard the focus goes to the heading and comes back', async () => {
  const active = () => map.evaluate((element) => element.shadowRoot.activeElement?.tagName);
  await map.locator('canvas').focus();
  await page.keyboard.press('Enter');
  // What is at the cross, or a menu where that is several things.
  await map.locator('.chooser, .panel.open').waitFor();
  if (await map.locator('.chooser').count()) await page.keyboard.press('Enter');
  assert.ok(await panelOf(map), 'what is at the cross');
  assert.equal(await active(), 'H2');
  await page.keyboard.press('Escape');
  assert.equal(await panelOf(map), undefined);
  assert.equal(await active(), 'CANVAS');
});

test('the name of what is under the mouse stands beside it', async () => {
  const { x, y } = await where(map, brief.places.find(({ id }) => id === 'aifc').position);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  assert.equal(await map.locator('.tooltip').evaluate((node) => node.firstChild.textContent), 'Astana International Financial Centre');
  await page.mouse.move(30, 30);
  assert.equal(await map.locator('.tooltip').textContent(), '');
});
