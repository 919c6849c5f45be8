// The studio: a table or a brief is written, the map and what is wrong are seen beside it, and what came of it is saved.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { complaints, prepare } from './checkers.mjs';
import { colours, drawn, settled } from './element.mjs';
import { launch, picture, start } from './harness.mjs';
import { placeOf } from '../../www/studio/place.js';
import { rowsOf } from '../../www/studio/rows.js';
import { withDocuments } from '../../www/studio/single.js';
import { briefOfTable } from '../../www/studio/table.js';

const COUNTRIES = { KAZ: 'Kazakhstan', CHN: 'China', RUS: 'Russia' };

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

test('rows have quoted cells, any of three separators, and the line on which they begin', () => {
  assert.deepEqual(rowsOf('\ufeffa,b\r\n"x, ""y""\nz", 1 \r\n\r\nlast,2'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x, "y"\nz', '1'] },
    { line: 5, cells: ['last', '2'] },
  ]);
  assert.deepEqual(rowsOf('a;b\n1,5;2'), [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1,5', '2'] }]);
  assert.deepEqual(rowsOf('a\tb'), [{ line: 1, cells: ['a', 'b'] }]);
  assert.deepEqual(rowsOf(''), []);
});

test('a table becomes a brief that says no more than the table', () => {
  const { brief, problems } = briefOfTable('from,to,value,unit,year,source\nKAZ,China,"1,200.5",usd_mn,2021,Office (2022). Trade\nKazakhstan,RUS,,,,Office (2022). Trade', COUNTRIES);
  assert.deepEqual(problems, []);
  assert.deepEqual(brief.sources, { n1: { note: 1, author: 'Office', year: 2022, title: 'Trade' } });
  const [given, lacking] = brief.facts;
  assert.equal(given.value, 1200.5);
  assert.equal(given.unit, 'usd_mn');
  assert.equal(given.period, '2021');
  assert.deepEqual(given.cite, { section: 'The table, line', paragraph: 2, notes: ['n1'] });
  assert.ok(!('value' in lacking) && !('unit' in lacking) && !('period' in lacking));
  assert.match(lacking.text, /amount not given/);
});

test('what is wrong with a table is told with its line, all at once', () => {
  const { brief, problems } = briefOfTable('from,to,value,year,source\nKAZ,KAZ,1,2021,A\nKAZ,Narnia,"18,19",last year,', COUNTRIES);
  assert.equal(brief, undefined);
  assert.deepEqual(problems.map(({ line, found }) => [line, found]), [
    [2, '“KAZ”'],
    [3, '“Narnia”'],
    [3, 'nothing'],
    [3, '“18,19”'],
    [3, '“last year”'],
  ]);
  assert.deepEqual(briefOfTable('from,to,colour\n', COUNTRIES).problems.map(({ expected }) => expected.slice(0, 20)), ['a column “source”', 'one of from, to, sou']);
  assert.equal(briefOfTable('', COUNTRIES).problems.length, 3);
});

test('a path is found in a text', () => {
  const text = '{ "a" : [ 1, {"b\\"c": "x]"}, [2] ], "a.b": {"d": 3} }';
  const value = (wanted) => text.slice(placeOf(text, wanted)).match(/^("(\\.|[^"])*"|\d|\{|\[)/)[0];
  assert.equal(value('$.a[0]'), '1');
  assert.equal(value('$.a[1]["b\\"c"]'), '"x]"');
  assert.equal(value('$.a[2][0]'), '2');
  assert.equal(value('$["a.b"].d'), '3');
  assert.equal(value('$.a[1].missing'), '{', 'what lacks it');
  assert.equal(value('$'), '{');
  assert.equal(placeOf('{"a": "no end', '$.a.b'), 6);
  assert.equal(placeOf('', '$.a'), 0);
});

test('no title and no text ends the script of the single file', () => {
  const page = '<title>Old</title><h1>Old</h1><script>const title = "<title>kept";</script><body><h1>Old</h1></body></html>';
  const made = withDocuments(page, 'A </title><script>', { brief: { title: '</script><img>' } });
  assert.ok(!made.includes('</script><img>'), made);
  assert.ok(made.includes('<title>A &lt;/title>&lt;script></title>'), made);
  assert.ok(made.includes('"<title>kept"'), 'scripts stay as they are');
});

/** Opens the studio. */
async function open(options) {
  const opened = await site.open('studio.html', { reducedMotion: 'reduce', prepare, ...options });
  const map = await drawn(opened.page);
  const told = (text) => opened.page.locator('#told', { hasText: text }).waitFor();
  return { ...opened, map, told, text: opened.page.getByRole('textbox', { name: 'Text' }), problem: opened.page.locator('#problems li') };
}

for (const [name, options] of [['wide', { viewport: { width: 1200, height: 900 } }], ['phone', { viewport: { width: 390, height: 800 } }]]) {
  test(`${name}: a table with a slip, the slip found and mended, and the map saved in one file`, async () => {
    const { page, problems, map, told, text, problem, close } = await open(options);
    await page.getByRole('button', { name: 'Example of a table' }).click();
    await told('A table of 3 flows. It is on the map.');
    await settled(map);
    assert.ok((await colours(map)) > 20);
    await picture(page, `studio-${name}`);
    const good = await text.inputValue();

    await text.fill(good.replace(',18.19,', ',18.19 bn,'));
    await told('The table cannot be read yet.');
    assert.match(await problem.textContent(), /^line 2: expected a number in “value”, such as 18\.19, found “18\.19 bn”$/);
    await problem.getByRole('button').click();
    assert.match(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), /^Kazakhstan,China,18\.19 bn/);
    assert.deepEqual(await complaints(page), [], 'with a problem');
    await picture(page, `studio-${name}-problem`);
    await text.fill(good);
    await told('It is on the map.');

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'One file (HTML)' }).click()]);
    assert.equal(file.suggestedFilename(), 'flows-of-a-table.html');
    const saved = fileURLToPath(new URL(`../../target/pictures/studio-${name}.html`, import.meta.url));
    await file.saveAs(saved);
    const browser = await launch();
    const alone = await browser.newPage();
    const faults = [];
    alone.on('pageerror', (error) => faults.push(error.message));
    await alone.goto(pathToFileURL(path.resolve(saved)).href);
    const own = await drawn(alone);
    assert.equal(await own.locator('.title h2').textContent(), 'Flows of a table');
    assert.deepEqual(faults, []);
    await browser.close();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
    assert.deepEqual(problems, []);
    await close();
  });
}

test('a brief with a slip leaves the last good map, and the slip is pointed at', async () => {
  const { page, problems, map, told, text, problem, close } = await open({ viewport: { width: 1200, height: 900 } });
  await page.getByRole('button', { name: 'Example of a brief' }).click();
  await told('A brief. It is on the map.');
  /** Marks a part of the text, and writes another over it. */
  const edit = async (from, to) => {
    await text.evaluate((node, from) => {
      const start = node.value.indexOf(from);
      node.focus();
      node.setSelectionRange(start, start + from.length);
    }, from);
    await page.keyboard.insertText(to);
  };
  await edit('"value": 18.19', '"value": "18,19"');
  await told('One problem; the last good map is shown.');
  assert.match(await problem.textContent(), /^\$\.facts\[0\]\.value: expected a number, found /);
  await problem.getByRole('button').click();
  assert.equal(await text.evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd)), '"18');
  await map.evaluate((element) => element.select('CHN'));
  assert.equal(await map.locator('.panel h2').textContent(), 'China', 'the map is there to be used');
  await edit('"value": "18,19"', '"value": 18.19 19');
  await told('This is no JSON yet.');
  await map.locator('.problems h2').waitFor({ state: 'hidden' });
  await edit('"value": 18.19 19', '"value": 18.19');
  await edit('Kazakhstan between China', 'Between China');
  await told('It is on the map.');
  assert.equal(await map.locator('.title h2').textContent(), 'Between China, Russia and the West');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Brief (JSON)' }).click()]);
  assert.equal(JSON.parse(await readFile(await file.path(), 'utf8')).meta.title, 'Between China, Russia and the West');
  for (const [button, begins] of [['Picture (PNG)', '\x89PNG'], ['Picture (SVG)', '<svg '], ['Facts (CSV)', 'ï»¿id,']]) {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    assert.ok((await readFile(await saved.path(), 'latin1')).startsWith(begins), button);
  }
  assert.deepEqual(problems, []);
  await close();
});

test('files are opened: a base map under the brief that is written, and a table', async () => {
  const { page, problems, map, told, text, close } = await open({ viewport: { width: 1200, height: 900 } });
  const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  await page.locator('#open').setInputFiles([fixture('briefs/good_small.json')]);
  await told('A brief. It is on the map.');
  assert.equal(await map.locator('.title h2').textContent(), 'Two neighbours');
  const before = await text.inputValue();
  await page.locator('#open').setInputFiles([fixture('maps/small.topo.json')]);
  await told('A base map. It is on the map.');
  assert.equal(await text.inputValue(), before, 'the brief stays to be written');
  const table = fileURLToPath(new URL('../../target/pictures/flows.csv', import.meta.url));
  await writeFile(table, 'from,to,source\nKAZ,CHN,A source\n');
  await page.locator('#open').setInputFiles([table]);
  await told('A table of 1 flows.');
  assert.deepEqual(problems, []);
  await close();
});

test('nothing is found against it, light and dark, wide and at 320 px', async () => {
  for (const options of [{ viewport: { width: 1200, height: 900 } }, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }]) {
    const { page, problems, close } = await open(options);
    assert.deepEqual(await complaints(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
    assert.deepEqual(problems, []);
    await close();
  }
});
