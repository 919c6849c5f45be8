// What is taken away: the picture as SVG and PNG, the facts as CSV, a citation.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { give, heard, listen, openShare, openWide, picture, settled } from './element.mjs';
import { start } from './harness.mjs';

let site, brief, page, problems, map, closePage;
before(async () => {
  site = await start({ csp: true });
  brief = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8'));
});
after(() => site.close());
async function open(options) {
  ({ page, problems, map, close: closePage } = await openWide(site, options));
}
beforeEach(() => open());
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

/** Rows of cells, as RFC 4180 has them. */
function rowsOf(text) {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  assert.equal(cells.reduce((sum, [whole]) => sum + whole.length, 0), text.length, 'nothing but cells');
  const rows = [[]];
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

/** What the PNG shows, as the browser reads it: size, and colours at shares of it. */
const png = (scale, at) =>
  map.evaluate(
    async (element, [scale, at]) => {
      const blob = await element.toPNG(scale);
      const bitmap = await createImageBitmap(blob);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const colour = ([x, y]) => [...context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data.slice(0, 3)];
      return { type: blob.type, size: [bitmap.width, bitmap.height], colours: at.map(colour) };
    },
    [scale, at],
  );

test('toSVG is a document with the map’s texts, and nothing that runs', async () => {
  const svg = await map.evaluate((element) => element.toSVG());
  const elsewhere = await site.browser.newPage(); // this page's policy lets nothing be parsed
  const { error, root, lang, title, about, size, texts, names } = await elsewhere.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      error: parsed.querySelector('parsererror')?.textContent,
      root: parsed.documentElement.namespaceURI,
      lang: parsed.documentElement.getAttribute('lang'),
      title: parsed.querySelector('title').textContent,
      about: parsed.querySelector('desc').textContent,
      size: ['width', 'height'].map((name) => parsed.documentElement.getAttribute(name)),
      texts: [...parsed.querySelectorAll('text')].map((node) => node.textContent),
      names: [...new Set([...parsed.querySelectorAll('*')].flatMap((node) => [node.localName, ...node.getAttributeNames()]))],
    };
  }, svg);
  await elsewhere.close();
  assert.equal(error, undefined);
  assert.deepEqual([root, lang, title, ...size], ['http://www.w3.org/2000/svg', 'en', brief.meta.title, '1200', '750']);
  for (const owed of [brief.meta.publication.author, 'Natural Earth', 'OpenStreetMap']) assert.ok(about.includes(owed), owed);
  assert.ok(texts.some((text) => text.includes('Khorgos')), texts.join(' | '));
  assert.ok(texts.some((text) => text.replaceAll('\u00a0', ' ').includes('USD 18.19 bn')), texts.join(' | '));
  assert.deepEqual(names.filter((name) => /^(script|foreignObject|on|href|style)/.test(name)), []);
});

test('toPNG is as large as it is asked to be, and shows what the map shows', async () => {
  const at = await map.evaluate((element) => [[51.2, 39], [73, 50.6]].map((position) => element.project(...position)).map(([x, y]) => [x / 1200, y / 750]));
  const before = await picture(map);
  const { type, size, colours } = await png(3, at);
  assert.equal(type, 'image/png');
  assert.deepEqual(size, [3600, 2250]);
  assert.deepEqual(colours, [[219, 229, 233], [255, 255, 255]], 'the Caspian, and Kazakhstan');
  assert.deepEqual((await png(undefined, [])).size, [2400, 1500]);
  assert.deepEqual((await png(0.5, [])).size, [600, 375]);
  assert.equal(await picture(map), before, 'the map on the page is left alone');
  for (const scale of [0, -1, NaN, 20, 'x']) {
    const name = await map.evaluate((element, scale) => element.toPNG(scale).catch(({ name }) => name), scale);
    assert.equal(name, 'RangeError', String(scale));
  }
});

test('what is taken away follows theme, lens and view, and keeps no place free for buttons', async () => {
  const svg = () => map.evaluate((element) => element.toSVG());
  const whole = await svg();
  await map.evaluate((element) => element.select('KAZ'));
  await settled(map);
  const open = await svg();
  await map.evaluate((element) => element.select(null));
  await settled(map);
  assert.notEqual(open, whole, 'the view has moved, and what is chosen is lit');
  assert.equal(await svg(), whole, 'the same view is the same document');
  await map.evaluate((element) => (element.theme = 'dark'));
  assert.match(await svg(), /<rect[^>]*fill="#12181c"/);
  await map.evaluate((element) => {
    element.theme = 'light';
    element.zoomBy(1.5);
  });
  assert.notEqual(await svg(), whole);
});

test('what makes it is loaded when it is first asked for, by whomever', async () => {
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)).filter((name) => name.startsWith('khorgos_takeaway')));
  assert.deepEqual(await loaded(), []);
  await map.evaluate((element) => Promise.all([element.toCSV(), element.toSVG(), element.toPNG(1)]));
  await map.evaluate((element) => element.toCSV());
  assert.deepEqual((await loaded()).sort(), ['khorgos_takeaway.js', 'khorgos_takeaway_bg.wasm']);
});

test('it is of the moment at which it was asked for', async () => {
  const [early, later] = await map.evaluate(async (element) => {
    const asked = element.toSVG();
    await element.ready;
    await Promise.resolve();
    element.theme = 'dark';
    element.lens = 'china';
    return [await asked, await element.toSVG()];
  });
  assert.match(early, /<rect[^>]*fill="#dbe5e9"/);
  assert.match(later, /<rect[^>]*fill="#12181c"/);
});

test('where what makes it cannot be had, reader and script are told; the map stays, and it is tried again', async () => {
  await page.route('**/khorgos_takeaway_bg.wasm', (route) => route.abort());
  await listen(map, 'khorgos-error');
  const before = await picture(map);
  await map.evaluate((element) => element.select('trade-china'));
  await map.getByRole('button', { name: 'Table (CSV)' }).click();
  assert.match(await map.getByRole('alert').textContent(), /^The map could not be taken away: /);
  assert.deepEqual((await heard(map, 'khorgos-error')).map(({ source }) => source), ['engine']);
  assert.match(await map.evaluate((element) => element.toCSV().then(() => 'done', ({ message }) => message)), /^could not be fetched: .*khorgos_takeaway_bg\.wasm \(no answer\)$/);
  await map.getByRole('button', { name: 'Put away' }).click();
  await map.evaluate((element) => element.select(null));
  await settled(map);
  assert.equal(await picture(map), before);
  await page.unroute('**/khorgos_takeaway_bg.wasm');
  assert.match(await map.evaluate((element) => element.toCSV()), /^id,/);
  assert.match(problems.splice(0).join(), /^failed: [^ ]*khorgos_takeaway_bg.wasm/);
});

test('toCSV has every fact of the brief, with its sources', async () => {
  const [head, ...rows] = rowsOf(await map.evaluate((element) => element.toCSV()));
  assert.deepEqual(head, ['id', 'subject', 'object', 'measure', 'value', 'unit', 'qualifier', 'period', 'text', 'remark', 'section', 'paragraph', 'sources']);
  assert.deepEqual(rows.map(([id]) => id), brief.facts.map(({ id }) => id));
  for (const row of rows) {
    const [fact, cell] = [brief.facts.find(({ id }) => id === row[0]), Object.fromEntries(head.map((name, index) => [name, row[index]]))];
    assert.equal(cell.value, fact.value === undefined ? '' : String(fact.value));
    assert.equal(cell.text, fact.text);
    assert.equal(cell.sources.split('\n').filter(Boolean).length, fact.cite.notes?.length ?? 0);
  }
});

test('without a map they fail', async () => {
  const messages = await map.evaluate(async (element) => {
    const failing = document.createElement('khorgos-map');
    failing.brief = { version: 9 };
    document.body.append(failing);
    const told = ['toSVG', 'toPNG', 'toCSV'].map((method) => failing[method]().then(() => 'done', ({ message }) => message));
    const all = await Promise.all(told);
    failing.remove();
    return all;
  });
  for (const message of messages) assert.match(message, /version 1 of the brief/);
  assert.deepEqual(await give(map, 'brief', null), []);
});

test('the panel’s foot copies a citation and hands over the panel’s facts', async () => {
  await closePage();
  await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await map.evaluate((element) => element.select('trade-china'));
  await map.getByRole('button', { name: 'Copy citation' }).click();
  await map.locator('.copied', { hasText: 'Copied' }).waitFor();
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  const { author, chapter, url } = brief.meta.publication;
  assert.ok(citation.startsWith(`${author}, ${chapter}`), citation);
  assert.ok(citation.includes('Status quo, paragraph 1') && citation.endsWith(url), citation);
  assert.equal(await map.locator('.citation').textContent(), citation, 'the reader sees it');

  const [file] = await Promise.all([page.waitForEvent('download'), map.getByRole('button', { name: 'Table (CSV)' }).click()]);
  assert.equal(file.suggestedFilename(), 'kazakhstan-china.csv');
  const text = await readFile(await file.path(), 'utf8');
  assert.ok(text.startsWith('\ufeff'), 'spreadsheets know it for UTF-8');
  assert.deepEqual(rowsOf(text.slice(1)).map(([id]) => id), ['id', 'trade-china-total']);

  await map.evaluate((element) => (element.lens = 'all'));
  const shown = await map.evaluate((element) => new Set([...element.shadowRoot.querySelectorAll('.panel [data-fact]')].map(({ dataset }) => dataset.fact)).size);
  const [table] = await Promise.all([page.waitForEvent('download'), map.getByRole('button', { name: 'Table (CSV)' }).click()]);
  assert.equal(rowsOf((await readFile(await table.path(), 'utf8')).slice(1)).length, shown + 1);
  await map.evaluate((element) => element.select('MNG'));
  assert.equal(await map.locator('.panel-foot').isVisible(), false, 'nothing to cite');
});

test('where the page may not copy, the citation is selected', async () => {
  await closePage();
  await open({
    prepare: (page) =>
      page.route(`${site.url}map.html`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'clipboard-write=()' } });
      }),
  });
  await map.evaluate((element) => element.select('trade-china'));
  await map.getByRole('button', { name: 'Copy citation' }).click();
  await map.locator('.citation').waitFor();
  await page.waitForFunction(() => getSelection().toString().length > 40);
  assert.equal(await map.locator('.copied', { hasText: 'Copied' }).count(), 0);
  assert.match(problems.splice(0).join(), /^console: Permissions policy violation/, 'what the browser says of it');
});

test('the map’s pictures and its table are saved from a dialog', async () => {
  await openShare(map);
  const widths = [];
  for (const [name, ending, start] of [['PNG 1,200 × 750', 'png', '\x89PNG'], ['PNG 2,400 × 1,500', 'png', '\x89PNG'], ['PNG 4,800 × 3,000', 'png', '\x89PNG'], ['SVG', 'svg', '<svg '], ['CSV', 'csv', 'ï»¿id,']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), map.getByRole('button', { name, exact: true }).click()]);
    assert.equal(file.suggestedFilename(), `kazakhstan-between-china-russia-and-the-west.${ending}`);
    const bytes = await readFile(await file.path());
    assert.ok(bytes.toString('latin1').startsWith(start), name);
    if (ending === 'png') widths.push(bytes.readUInt32BE(16));
    await file.saveAs(fileURLToPath(new URL(`../../target/pictures/taken-away.${ending}`, import.meta.url)));
  }
  assert.deepEqual(widths, [1200, 2400, 4800]);
});
