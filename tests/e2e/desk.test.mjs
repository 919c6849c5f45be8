// Search, list and table, settings: as a person uses them, by pointer and by keys, at a wide and at a narrow box.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn, give, overlaps, panelOf, settled, speak } from './element.mjs';
import { start, withPage } from './harness.mjs';

const BOXES = [
  ['wide', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' }],
  ['narrow', { viewport: { width: 390, height: 700 }, reducedMotion: 'reduce' }],
];

let site, brief;
before(async () => {
  site = await start({ csp: true });
  brief = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8'));
});
after(() => site.close());

/** The shipped map; `done()` also says that nothing went wrong. */
async function open(options, lang) {
  const { page, problems, close } = await site.open('', options);
  const map = await drawn(page);
  if (lang) await speak(map, lang);
  const done = async () => {
    assert.deepEqual(problems, []);
    await close();
  };
  return { page, map, done };
}

const [SEARCH, LIST, SETTINGS] = [0, 1, 2];
const press = (map, tool) => map.locator('.tools button').nth(tool).click();

/** Where the focus is, inside the element. */
const focused = (map) =>
  map.evaluate(({ shadowRoot: { activeElement: node } }) => (node ? { name: node.localName, text: node.getAttribute('aria-label') ?? node.textContent, fact: node.dataset.fact, source: node.dataset.source } : undefined));

const noScroll = async (page) => assert.deepEqual(await page.evaluate(() => [scrollX, scrollY]), [0, 0]);

/** Types a query and waits until something, or nothing, is found. */
async function look(page, query, found = /Results|Nothing/) {
  await page.locator('.query').fill('');
  await page.keyboard.type(query);
  await page.locator('.found-count').filter({ hasText: found }).waitFor();
  await page.waitForFunction(() => document.querySelector('khorgos-map').shadowRoot.querySelector('.query').getAttribute('aria-activedescendant'));
}

const results = (page) =>
  page.locator('.found [role="group"]').evaluateAll((groups) =>
    groups.map((group) => [group.querySelector('.found-kind').textContent, [...group.querySelectorAll('.option .found-title, .option .found-text')].map((node) => node.textContent)]),
  );
const first = async (page) => (await results(page))[0]?.[1][0];

for (const [box, options] of BOXES) {
  test(`search by keys, ${box}: a slash opens it, Enter takes to what is marked, and its panel gives the focus back`, async () => {
    const { page, map, done } = await open(options);
    await map.locator('canvas').focus();
    const before = await map.evaluate((element) => element.project(80.22, 44.19));
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.waitFor();
    assert.equal(await field.evaluate((node) => node.getAttribute('aria-expanded')), 'false');
    await look(page, 'Khorgos');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    const marked = async () => (await page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`).textContent()).trim();
    assert.match(await marked(), /^Khorgos/);
    const one = await marked();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await marked(), one);
    assert.equal(await page.locator('.found [aria-selected="true"]').count(), 1);
    await page.keyboard.press('ArrowUp');
    assert.equal(await marked(), one);
    const title = await page.locator('.found [aria-selected="true"] .found-title').textContent();
    await page.keyboard.press('Enter');
    await settled(map);
    assert.equal((await panelOf(map)).title, title);
    assert.equal((await focused(map)).name, 'h2');
    assert.notDeepEqual(await map.evaluate((element) => element.project(80.22, 44.19)), before, 'the view went there');
    await page.keyboard.press('Escape');
    assert.equal((await focused(map)).name, 'canvas');
    await noScroll(page);
    await done();
  });

  test(`search by pointer, ${box}: a fact opens the panel that tells it, at the fact; a source at the source`, async () => {
    const { page, map, done } = await open(options);
    await press(map, SEARCH);
    const fact = brief.facts.find(({ id }) => id === 'debt-china');
    await look(page, fact.text.split(' ').slice(0, 6).join(' '));
    await page.locator('.option', { hasText: fact.text }).click();
    await settled(map);
    assert.equal((await focused(map)).fact, 'debt-china');
    const isSeen = (selector) =>
      map.evaluate((element, selector) => {
        const [part, window] = [selector, '.panel-body'].map((one) => element.shadowRoot.querySelector(one).getBoundingClientRect());
        return part.top >= window.top - 1 && part.top < window.bottom;
      }, selector);
    assert.ok(await isSeen('[data-fact="debt-china"]'));
    await page.keyboard.press('Escape');
    assert.match((await focused(map)).text, /Search/);

    await page.keyboard.press('Enter');
    await look(page, 'External Debt');
    const source = page.locator('.found [role="group"]', { hasText: 'Sources' }).locator('.option').first();
    assert.match(await source.textContent(), /National Bank of Kazakhstan \(2021\)\. External Debt/);
    await source.click();
    await settled(map);
    const { source: number } = await focused(map);
    assert.match(await map.locator(`[data-source="${number}"]`).textContent(), /External Debt/);
    assert.ok(await isSeen(`[data-source="${number}"]`));
    await noScroll(page);
    await done();
  });

  test(`list, ${box}: everything by kind; a button opens its panel, another shows it on the map`, async () => {
    const { page, map, done } = await open(options);
    await map.locator('canvas').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal((await focused(map)).text, 'List and table', 'right after the map');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'List and table' });
    await dialog.locator('.items').first().waitFor();
    const counts = await dialog.locator('section').evaluateAll((sections) => sections.map((section) => [section.querySelector('h3').textContent, section.querySelectorAll('li').length]));
    const of = { Countries: Object.keys(brief.actors), Places: brief.places, Lines: brief.lines, Flows: brief.flows, Areas: brief.areas };
    assert.deepEqual(counts, Object.entries(of).map(([name, list]) => [`${name} · ${list.length}`, list.length]));
    const investment = dialog.locator('li', { hasText: 'Netherlands → Kazakhstan' });
    assert.match(await investment.textContent(), /1st.*The source gives no amount for this flow\./, 'a rank is no amount');
    assert.match(await dialog.locator('li', { hasText: 'Kazakhstan ↔ China' }).textContent(), /Goods trade, total · USD\s18\.19\sbn · 2021/);

    await dialog.locator('li', { hasText: 'Khorgos Gateway' }).getByRole('button').first().click();
    await settled(map);
    assert.equal((await panelOf(map)).title, 'Khorgos Gateway');
    await page.keyboard.press('Escape');
    assert.equal((await focused(map)).text, 'List and table', 'the focus is where it came from');

    const sight = () => map.evaluate((element) => element.project(53.38, 46.15));
    const before = await sight();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Show on the map: Tengiz oil field' }).click();
    await settled(map);
    assert.equal(await panelOf(map), undefined);
    const [x, y] = await sight();
    assert.notDeepEqual([x, y], before);
    assert.ok(Math.abs(x - options.viewport.width / 2) < options.viewport.width / 3 && y > 0 && y < options.viewport.height, `${x} ${y}`);
    await noScroll(page);
    await done();
  });

  test(`table, ${box}: every fact with value, period, sentence and sources; sorting never mixes measures or units`, async () => {
    const { page, map, done } = await open(options);
    await press(map, LIST);
    await page.getByRole('tab', { name: 'Table of facts' }).click();
    const table = page.getByRole('table', { name: /Table of facts · 119/ });
    await table.locator('tbody tr').first().waitFor();
    const more = page.locator('.facts .more');
    await more.click();
    assert.equal(await more.isVisible(), false);
    const rows = () => table.locator('tbody tr').evaluateAll((rows) => rows.map(({ dataset: { fact }, textContent }) => ({ fact, text: textContent.replaceAll('\u00a0', ' ') })));
    assert.deepEqual((await rows()).map(({ fact }) => fact), brief.facts.map(({ id }) => id));
    const byId = new Map((await rows()).map(({ fact, text }) => [fact, text]));
    for (const { id, text } of brief.facts) assert.ok(byId.get(id).includes(text), id);
    const about = brief.facts.find(({ qualifier }) => qualifier === 'almost');
    assert.match(byId.get(about.id), /almost/);
    assert.match(byId.get('fdi-netherlands-rank'), /1st.*no amount/);
    assert.equal(await table.locator('[data-fact="trade-china-total"] a').getAttribute('href'), brief.sources.n1.url);
    assert.equal(await table.locator('[data-fact="trade-china-total"] th').getAttribute('scope'), 'row');

    const head = page.getByRole('columnheader', { name: 'Value' });
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    if (await more.isVisible()) await more.click();
    const facts = new Map(brief.facts.map((fact) => [fact.id, fact]));
    const check = (all, way) => {
      const groups = [];
      for (const { fact } of all) fact ? groups.at(-1).push(facts.get(fact)) : groups.push([]);
      const [measured, without] = [groups, groups.at(-1).filter(({ value }) => value === undefined)];
      assert.equal(without.length, brief.facts.filter(({ value }) => value === undefined).length, 'what has no value is last');
      for (const group of measured) {
        const values = group.filter(({ value }) => value !== undefined);
        assert.equal(new Set(values.map(({ measure, unit }) => `${measure} ${unit}`)).size, 1);
        assert.deepEqual(values.map(({ value }) => value), values.map(({ value }) => value).sort((a, b) => way * (a - b)));
      }
    };
    check(await rows(), 1);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    if (await more.isVisible()) await more.click();
    check(await rows(), -1);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), null);
    assert.equal((await rows())[0].fact, brief.facts[0].id, 'the brief’s order again');

    const fits = await page.locator('.desk-body:not([hidden])').evaluate((node) => node.scrollWidth <= node.clientWidth);
    assert.ok(fits, 'nothing has to be scrolled sideways');
    const saved = page.waitForEvent('download');
    await page.locator('.desk').getByRole('button', { name: 'Table (CSV)' }).click();
    assert.match((await saved).suggestedFilename(), /\.csv$/);
    await done();
  });

  test(`settings, ${box}: languages by their own names, colours, and nothing under another thing`, async () => {
    const { page, map, done } = await open(options);
    assert.deepEqual(await overlaps(map, ['.tools', '.controls', '.title', '.openers', '.legend', '.opens-info', '.gauge']), []);
    await press(map, SETTINGS);
    await page.locator('.choices').first().waitFor();
    const names = await page.locator('.choices').first().locator('span').evaluateAll((nodes) => nodes.map(({ lang, textContent }) => [lang, textContent]));
    assert.deepEqual(names, [['en', 'English'], ['kk', 'Қазақ тілі'], ['ru', 'Русский'], ['zh', '中文'], ['fa', 'فارسی']]);
    await page.getByRole('radio', { name: 'English' }).focus();
    await page.keyboard.press('ArrowUp'); // round to the last
    await page.locator('.desk h2', { hasText: 'تنظیمات' }).waitFor();
    await settled(map);
    assert.equal(await map.getAttribute('lang'), 'fa');
    assert.equal(await page.locator('.desk').evaluate((node) => getComputedStyle(node).direction), 'rtl');
    assert.equal(await page.getByRole('radio', { name: 'فارسی' }).evaluate((node) => node === node.getRootNode().activeElement), true, 'the focus stays');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.locator('.desk h2', { hasText: 'Settings' }).waitFor();
    await page.getByRole('radio', { name: 'Dark' }).click();
    assert.equal(await map.evaluate((element) => element.theme), 'dark');
    assert.equal(await map.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.desk')).backgroundColor), await map.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.panel')).backgroundColor));
    await page.keyboard.press('Escape');
    assert.equal((await focused(map)).text, 'Settings');
    await noScroll(page);
    await done();
  });

  test(`targets of dialogs are large enough, ${box}`, async () => {
    const { page, map, done } = await open(options);
    for (const [tool, ready] of [[SEARCH, '.query'], [LIST, '.items'], [SETTINGS, '.choices']]) {
      await press(map, tool);
      await page.locator(ready).first().waitFor();
      const small = await page.locator('.desk[open]').evaluate((desk) =>
        [...desk.querySelectorAll('button, input:not([type="radio"]), label, .option')]
          .filter((node) => node.checkVisibility() && Math.min(node.getBoundingClientRect().width, node.getBoundingClientRect().height) < 24)
          .map((node) => node.outerHTML),
      );
      assert.deepEqual(small, []);
      await page.keyboard.press('Escape');
    }
    await done();
  });
}

test('it is loaded when one of them is first opened', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /khorgos_(desk|state)/.test(name)).length);
  assert.equal(await loaded(), 0);
  await press(map, SETTINGS);
  await page.locator('.choices').first().waitFor();
  assert.equal(await loaded(), 1);
  await done();
});

test('any language finds it, and slips are forgiven', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  await press(map, SEARCH);
  await look(page, 'Монголия', /Results: 1$/);
  assert.deepEqual(await results(page), [['Countries · 1', ['Mongolia']]]);
  for (const [query, expected] of [
    ['Khorgos Gatewya', 'Khorgos Gateway'],
    ['Kazahstan', 'Kazakhstan'],
    ['казакстан', 'Kazakhstan'],
    ['Қазақстан', 'Kazakhstan'],
    ['قزاقستن', 'Kazakhstan'],
    ['قزاقستان', 'Kazakhstan'],
    ['哈萨克斯坦', 'Kazakhstan'],
    ['霍尔果期东门', 'Khorgos Gateway'],
    ['МОНГОЛИЯ', 'Mongolia'],
    ['turkiye', 'Türkiye'],
  ]) {
    await look(page, query);
    assert.equal(await first(page), expected, query);
  }
  await look(page, 'Торговля товарами Китай');
  assert.match(JSON.stringify(await results(page)), /Kazakhstan ↔ China/);
  await page.locator('.query').fill('zzzzqqq');
  await page.locator('.found-count', { hasText: 'Nothing found' }).waitFor();
  assert.equal(await page.locator('.query').getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.query').isVisible(), 'there is nothing to open');
  await done();
});

test('more of a kind is shown when it is asked for, and what is found can be shown without its panel', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  await press(map, SEARCH);
  await look(page, 'kazakhstan');
  const facts = page.locator('.found [role="group"]', { has: page.locator('.found-kind', { hasText: 'Facts' }) });
  const before = await facts.locator('.option').count();
  await facts.locator('.option', { hasText: 'Show more' }).click();
  assert.ok((await facts.locator('.option').count()) > before);
  await look(page, 'Aktau port');
  await page.getByRole('button', { name: 'Show on the map' }).click();
  await settled(map);
  assert.equal(await panelOf(map), undefined);
  assert.ok(!(await page.locator('.desk').isVisible()));
  const [x, y] = await map.evaluate((element) => element.project(51.2, 43.6));
  assert.ok(x > 300 && x < 900 && y > 100 && y < 650, `${x} ${y}`);
  await done();
});

test('a panel has a button that shows its thing on the map', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  await map.evaluate((element) => element.select('tengiz'));
  await settled(map);
  const at = () => map.evaluate((element) => element.project(53.38, 46.15));
  const before = await at();
  await page.locator('.panel').getByRole('button', { name: 'Show on the map' }).click();
  await settled(map);
  assert.notDeepEqual(await at(), before);
  await map.evaluate((element) => (element.lens = 'china'));
  assert.equal(await page.locator('.panel .show').isVisible(), false, 'a lens is everywhere');
  await done();
});

test('a result on a layer that is off switches it on', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  await press(map, SEARCH);
  await look(page, 'China Kazakhstan');
  await page.locator('.option', { hasText: '20.2%' }).first().click();
  await settled(map);
  assert.match((await panelOf(map)).title, /China → Kazakhstan/);
  await map.locator('.opens-layers').click();
  assert.equal(await page.getByRole('checkbox', { name: 'Shares of exports and imports' }).isChecked(), true);
  await done();
});

test('another language leaves lens, layers and selection as they are', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  await map.getByRole('radio', { name: 'China' }).click();
  await page.keyboard.press('Escape');
  await map.locator('.opens-layers').click();
  const layers = () => map.locator('.layers input').evaluateAll((inputs) => inputs.map(({ checked }) => checked));
  await map.locator('.layers input').first().click();
  const before = await layers();
  await map.evaluate((element) => element.select('RUS'));
  await press(map, SETTINGS);
  await page.getByRole('radio', { name: 'Русский' }).click();
  await page.locator('.desk h2', { hasText: 'Настройки' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal((await panelOf(map)).title, 'Россия');
  assert.equal(await map.evaluate((element) => element.lens), 'china');
  assert.deepEqual(await layers(), before);
  await map.evaluate((element) => (element.lens = 'russia'));
  await press(map, SETTINGS);
  await page.getByRole('radio', { name: 'English' }).click();
  await page.locator('.desk h2', { hasText: 'Settings' }).waitFor();
  assert.equal((await panelOf(map)).title, 'Russia', 'its balance is told in the other language');
  await done();
});

test('list and table speak Persian from right to left', async () => {
  const { page, map, done } = await open(BOXES[0][1], 'fa');
  await press(map, LIST);
  await page.locator('.items').first().waitFor();
  const english = () => page.locator('.desk [lang="en"]:not(.of-sources *)').count();
  assert.equal(await english(), 0);
  await page.getByRole('tab').nth(1).click();
  await page.locator('.facts tbody tr').first().waitFor();
  assert.equal(await english(), 0);
  assert.ok(await page.locator('.facts .of-sources [lang="en"]').count() > 20, 'works have the title they were printed with');
  assert.equal(await page.locator('.facts td').first().evaluate((node) => getComputedStyle(node).direction), 'rtl');
  await done();
});

test('a brief in one language is offered in that and in English only', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  const lone = structuredClone(brief);
  delete lone.meta.translations;
  lone.meta.language = 'de';
  assert.deepEqual(await give(map, 'brief', lone), []);
  await press(map, SETTINGS);
  await page.locator('.choices').first().waitFor();
  assert.deepEqual(await page.locator('.choices').first().locator('span').allTextContents(), ['Deutsch', 'English']);
  await done();
});

test('ten thousand facts come page by page', async () => {
  const { page, map, done } = await open(BOXES[0][1]);
  const many = structuredClone(brief);
  delete many.meta.translations;
  const [pattern] = many.facts;
  for (let number = 0; number < 10_000; number += 1) many.facts.push({ ...pattern, id: `more-${number}`, value: number, text: `Figure number ${number} of many.` });
  assert.deepEqual(await give(map, 'brief', many), []);
  await press(map, LIST);
  await page.getByRole('tab', { name: 'Table of facts' }).click();
  await page.getByRole('table', { name: /10,119/ }).waitFor();
  assert.equal(await page.locator('.facts tbody tr').count(), 100);
  await page.locator('.facts .more').click();
  assert.equal(await page.locator('.facts tbody tr').count(), 200);
  await page.keyboard.press('Escape');
  await press(map, SEARCH);
  await look(page, 'number 7777');
  await page.locator('.option', { hasText: 'Figure number 7777 of many.' }).waitFor();
  await done();
});

test('nothing else than documents of the brief’s own origin is fetched for search', async () => {
  const asked = [];
  const elsewhere = structuredClone(brief);
  elsewhere.meta.translations = { ru: 'https://elsewhere.example/ru.json', kk: 'assets/briefs/kazakhstan.kk.json' };
  const { page, map, done } = await open({ ...BOXES[0][1], prepare: (page) => page.on('request', (request) => asked.push(request.url())) });
  assert.deepEqual(await give(map, 'brief', elsewhere), []);
  await press(map, SEARCH);
  await look(page, 'Қытай', /Results/);
  assert.ok(asked.some((url) => url.endsWith('assets/briefs/kazakhstan.kk.json')));
  assert.ok(asked.every((url) => new URL(url).origin === new URL(site.url).origin));
  await done();
});

test('a slash in a field of the page is the page’s', async () => {
  const { page, problems, close } = await site.open('made-up.html', withPage('<input id="own"><khorgos-map></khorgos-map>'));
  await drawn(page);
  await page.locator('#own').focus();
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('#own').inputValue(), 'a/b');
  assert.equal(await page.locator('.query').count(), 0);
  assert.deepEqual(problems, []);
  await close();
});
