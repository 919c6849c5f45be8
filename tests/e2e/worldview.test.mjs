// According to whom borders are shown: the attribute, disputed areas, and what the panel says of them.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { approach, click, heard, listen, openWide, panelOf, picture, settled } from './element.mjs';
import { picture as photograph, start } from './harness.mjs';

const HUNZA = [74.7, 36.35];
const SIMFEROPOL = [34.1, 45.0];

let site, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

beforeEach(async () => {
  ({ page, problems, map, close: closePage } = await openWide(site));
  await listen(map, 'khorgos-select', 'khorgos-error');
});
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const show = async (view) => {
  await map.evaluate((element, view) => (element.worldview = view), view);
  await settled(map);
};
const pickedAt = (position) => map.evaluate((element, position) => element.pick(...element.project(...position)), position);
const legend = () => map.locator('.legend li').allTextContents();

test('the attribute changes whose land is whose, at the same view', async () => {
  await approach(map, SIMFEROPOL, 0.3);
  const [un, at] = [await picture(map), await map.evaluate((element, p) => element.project(...p), SIMFEROPOL)];
  assert.deepEqual(await pickedAt(SIMFEROPOL), { kind: 'country', id: 'UKR' });
  await map.evaluate((element) => element.setAttribute('worldview', 'de-facto'));
  await settled(map);
  assert.equal(await map.evaluate((element) => element.worldview), 'de-facto');
  assert.notEqual(await picture(map), un);
  assert.deepEqual(await pickedAt(SIMFEROPOL), { kind: 'disputed', id: 'crimea-and-sevastopol' });
  assert.deepEqual(await map.evaluate((element, p) => element.project(...p), SIMFEROPOL), at);
  await show(null);
  assert.equal(await map.evaluate((element) => element.hasAttribute('worldview')), false);
  assert.equal(await picture(map), un);
});

test('a word that is no view’s is told, and the brief’s choice is shown', async () => {
  const un = await picture(map);
  await show('in');
  assert.notEqual(await picture(map), un);
  await show('moon');
  assert.equal(await picture(map), un);
  const [fault] = await heard(map, 'khorgos-error');
  assert.equal(fault.source, 'worldview');
  assert.match(fault.problems[0].expected, /un, de-facto, iso, ru, cn, in, pk/);
  assert.match(fault.problems[0].found, /moon/);
});

test('a disputed area opens a panel that says who claims it and according to whom it is drawn', async () => {
  await approach(map, HUNZA, 3);
  await click(page, map, HUNZA);
  assert.deepEqual(await heard(map, 'khorgos-select'), [{ kind: 'disputed', id: 'northern-areas' }]);
  const panel = await panelOf(map);
  assert.equal(panel.title, 'Northern Areas');
  assert.ok(panel.remarks.includes('Administered by Pakistan, claimed by India.'), panel.remarks.join('\n'));
  assert.ok(panel.remarks.some((text) => text.includes('World view shown: United Nations')));
  assert.match(panel.credit, /Natural Earth/);
  await photograph(page, 'disputed-area');

  await show('cn');
  assert.ok((await panelOf(map)).remarks.some((text) => text.includes('World view shown: China')));
  await show('in');
  assert.equal(await panelOf(map), undefined, 'India’s view knows no dispute there');
  await click(page, map, HUNZA);
  assert.equal((await panelOf(map)).title, 'India');
});

test('the legend names disputes, and a page may set the view before the map is there', async () => {
  const rows = await legend();
  assert.ok(rows.includes('Disputed border') && rows.includes('Disputed area'), rows.join());
  const early = await page.evaluate(async () => {
    const element = document.createElement('khorgos-map');
    element.worldview = 'pk';
    element.className = 'early';
    document.body.append(element);
    element.scrollIntoView();
    await element.ready;
    await element.settled;
    element.select({ kind: 'country', id: 'PAK' });
    return [...element.shadowRoot.querySelectorAll('.panel .remark')].map((node) => node.textContent);
  });
  assert.ok(early.includes('World view shown: Pakistan.'), early.join('\n'));
});
