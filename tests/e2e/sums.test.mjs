// Thousands of flows: sums that are pointed at, chosen, told of and taken away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { give, openWide, panelOf, settled } from './element.mjs';
import { start } from './harness.mjs';

const CODES = ['CHN', 'DEU', 'FRA', 'ITA', 'POL', 'RUS', 'KAZ', 'IND', 'IRN', 'TUR', 'ESP', 'GBR', 'NLD', 'BEL', 'AUT', 'CZE'];
const FLOWS = 1000;

/** A brief of flows between countries, each of a tenth more than the last. */
function manyFlows() {
  const fact = (n, from, to) => ({
    id: `f${n}`, subject: from, object: to, measure: 'goods', value: (n + 1) / 10, unit: 'usd_mn', qualifier: 'exact', period: '2021',
    text: `From ${from} to ${to}.`, cite: { section: 'Made up', paragraph: 1, notes: ['n1'] },
  });
  const pairs = Array.from({ length: FLOWS }, (_, n) => [CODES[n % 16], CODES[(n + 1 + (n * 7) % 15) % 16]]);
  return {
    version: 1,
    meta: { title: 'Many', summary: 'Made up.', language: 'en', publication: { title: 'None', author: 'A', publisher: 'B' } },
    view: { extent: [-12, 8, 130, 66] },
    sources: { n1: { note: 1, author: 'A', title: 'Numbers' } },
    themes: [{ id: 'trade', title: 'Trade' }],
    measures: { goods: { title: 'Goods', theme: 'trade' } },
    actors: Object.fromEntries(CODES.map((code) => [code, { role: 'partner' }])),
    facts: pairs.map(([from, to], n) => fact(n, from, to)),
    flows: pairs.map(([from, to], n) => ({ id: `w${n}`, layer: 'trade', from, to, direction: 'one_way', fact: `f${n}` })),
    layers: [{ id: 'trade', title: 'Trade', visible: true }],
  };
}

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());
beforeEach(async () => {
  ({ page, problems, map, close: closePage } = await openWide(site));
  assert.deepEqual(await give(map, 'brief', manyFlows()), []);
  await settled(map);
});
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

/** What is picked on a grid of points: kind, id and the point, CSS px of the page. */
const picked = () =>
  map.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = [];
    for (let y = 6; y < height; y += 12)
      for (let x = 6; x < width; x += 12) {
        if (element.shadowRoot.elementFromPoint(left + x, top + y)?.localName !== 'canvas') continue;
        const thing = element.pick(x, y);
        if (thing) found.push({ ...thing, at: [left + x, top + y] });
      }
    return found;
  });

test('a click on a sum tells of the largest flows in it; its table has all of them', async () => {
  const { id, at } = (await picked()).find(({ kind }) => kind === 'sum');
  await page.mouse.move(...at);
  await page.mouse.click(...at);
  await settled(map);
  const panel = await panelOf(map);
  assert.match(panel.title, /→/);
  const lead = await map.locator('.lead').textContent();
  const [, count] = lead.match(/ in ([\d,]+) flows$/);
  assert.equal(panel.facts.length, Math.min(20, Number(count)));
  const values = panel.facts.map(({ figure }) => Number(figure.match(/[\d.]+/)[0]));
  assert.deepEqual(values, values.toSorted((a, b) => b - a));
  const [download] = await Promise.all([page.waitForEvent('download'), map.locator('.panel').getByRole('button', { name: 'Table (CSV)' }).click()]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1);
  assert.equal(rows.length, Number(count));
  const whole = rows.reduce((sum, row) => sum + Math.round(Number(row.split(',')[4]) * 10), 0) / 10;
  assert.match(lead.replaceAll(',', ''), new RegExp(`USD.${whole >= 1000 ? whole / 1000 : whole}.`));
  assert.ok(await map.evaluate((element, id) => element.select(id), id), 'it is found again by its id');
});

test('a click on a group tells who is in it', async () => {
  const { at } = (await picked()).find(({ kind }) => kind === 'group');
  await page.mouse.move(...at);
  await page.mouse.click(...at);
  // Its flows are near, too.
  await map.locator('.chooser, .panel.open').waitFor();
  if (await map.locator('.chooser').count()) await map.getByRole('menuitem').first().click();
  await settled(map);
  const panel = await panelOf(map);
  const [, more] = panel.title.match(/ and (\d+) more$/);
  assert.equal(panel.remarks[0].split(', ').length, Number(more) + 1);
});

test('the legend says that widths are sums and how many of all flows are drawn', async () => {
  const rows = await map.locator('.legend-group li').allTextContents();
  const drawn = rows.find((row) => row.startsWith('Drawn'));
  assert.match(drawn, /of 1,000 flows$/);
  assert.ok(rows.some((row) => row.startsWith('Widths show sums')), rows.join('\n'));
});

test('zooming in splits groups until single flows are drawn', async () => {
  const kinds = async () => new Set((await picked()).map(({ kind }) => kind));
  const afar = await kinds();
  assert.ok(afar.has('group') && afar.has('sum'), [...afar].join());
  await map.evaluate(async (element) => {
    const [x, y] = element.project(10, 51);
    element.zoomBy(20, { x, y });
    await element.settled;
  });
  const near = await kinds();
  assert.ok(near.has('flow') && !near.has('sum') && !near.has('group'), [...near].join());
});
