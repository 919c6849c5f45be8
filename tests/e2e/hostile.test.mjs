// A brief whose every text is an attack: nothing of it becomes an element, runs, or asks for anything. The page has no policy that would
// help.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { clickCountry, drawn, give, openShare, settled } from './element.mjs';
import { start } from './harness.mjs';

const HACK = 'window.hacked=1';
const PAYLOADS = [
  `<img src=x onerror="${HACK}">`,
  `"><svg onload=${HACK}>`,
  `'><script>${HACK}</script>`,
  `</title></textarea></style><script>${HACK}</script>`,
  `<iframe srcdoc="<script>parent.${HACK}</script>"></iframe>`,
  `<a href="javascript:${HACK}">`,
  `javascript:${HACK}`,
  `<math><mtext></p><style><!--</style><img title="--&gt;&lt;img src=x onerror=${HACK}&gt;">`,
  `<link rel=stylesheet href=//evil.invalid/x.css>`,
  `<style>@import "//evil.invalid/x.css"; * { background: url(//evil.invalid/x) }</style>`,
  `{{constructor.constructor('${HACK}')()}} \${${HACK}} <%= ${HACK} %>`,
  `]]><script>${HACK}</script><![CDATA[`,
  `<form action=//evil.invalid><button autofocus onfocus=${HACK}>`,
  `<base href=//evil.invalid/><meta http-equiv=refresh content="0;url=//evil.invalid/">`,
  `&lt;script&gt;${HACK}&lt;/script&gt; \u202e\u0000\u2028`,
];
const URLS = [`https://example.org/"onmouseover="${HACK}`, `https://example.org/'><script>${HACK}</script>`, `http://example.org/#<img/src=x/onerror=${HACK}>`];
/** Members that hold what is shown, and names by language. */
const TEXTS = new Set(['title', 'summary', 'text', 'remark', 'author', 'publisher', 'chapter', 'series', 'container', 'comment', 'section', 'goods', 'credit', 'name', 'notes', 'before', 'after', 'en']);

let site, brief, count;
before(async () => {
  site = await start();
  brief = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8'));
});
after(() => site.close());

/** The brief with attacks in place of its texts. What refers to something, or is one of several words, stays. */
function attacked() {
  count = 0;
  const put = (value, key, inFact) => {
    if (Array.isArray(value)) return value.map((item) => put(item, key, inFact));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, put(item, name, key === 'cite')]));
    if (typeof value !== 'string') return value;
    if (key === 'url') return URLS[(count += 1) % URLS.length];
    const refers = key === 'notes' && inFact;
    return TEXTS.has(key) && !refers ? `${PAYLOADS[(count += 1) % PAYLOADS.length]} ${count}` : value;
  };
  const { translations, ...meta } = brief.meta;
  return put({ ...brief, meta });
}

/** What none of our texts may have made, wherever it is. */
const madeOf = (page) =>
  page.evaluate(() => {
    const roots = [document];
    for (const root of roots) for (const node of root.querySelectorAll('*')) if (node.shadowRoot) roots.push(node.shadowRoot);
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    const runs = (node) => [...node.attributes].filter(({ name, value }) => /^on/.test(name) || (/^(href|src|action|formaction|xlink:href|data)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)));
    return {
      hacked: window.hacked,
      made: all.filter((node) => /^(img|iframe|object|embed|base|form|math|mtext|frame)$/.test(node.localName)).map((node) => node.outerHTML),
      scripts: all.filter(({ localName }) => /^(script|link|meta|style)$/.test(localName)).length,
      runs: all.flatMap((node) => runs(node).map(({ name, value }) => `${node.localName} ${name}=${value}`)),
    };
  });

test('texts of a brief stay texts, wherever they are shown', async () => {
  const { page, problems, close } = await site.open('', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' });
  const map = await drawn(page);
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  const clean = await madeOf(page);
  assert.deepEqual(await give(map, 'brief', attacked()), []);
  assert.ok(count > 200, `${count} texts`);
  await settled(map);
  const check = async (where) => assert.deepEqual(await madeOf(page), clean, where);
  await check('the map');
  await clickCountry(page, map, 'KAZ');
  assert.match(await map.locator('.panel').textContent(), /<img src=x onerror=/);
  await check('a panel');
  for (const target of [...brief.flows.slice(0, 4).map(({ id }) => ({ kind: 'flow', id })), ...brief.places.slice(0, 3).map(({ id }) => ({ kind: 'place', id })), ...brief.lines.slice(0, 2).map(({ id }) => ({ kind: 'line', id }))]) {
    assert.ok(await map.evaluate((element, target) => element.select(target), target), target.id);
    await check(target.id);
  }
  await map.evaluate((element) => element.select(null));
  for (const { id } of brief.lenses) {
    await map.evaluate((element, id) => (element.lens = id), id);
    await check(`lens ${id}`);
  }
  for (let step = 0; step < brief.story.length; step += 1) {
    await map.evaluate((element, step) => (element.step = step), step);
    await check(`step ${step}`);
  }
  await map.evaluate((element) => (element.step = null));
  await map.locator('.opens-layers').click();
  await check('legend and layers');
  await page.keyboard.press('Escape');
  for (const name of ['Search', 'List and table', 'Settings']) {
    await map.getByRole('button', { name }).click();
    await map.getByRole('dialog').waitFor();
    if (name === 'Search') await page.keyboard.type('script');
    await check(name);
    await page.keyboard.press('Escape');
  }
  await openShare(map);
  for (const name of ['Plain text', 'BibTeX', 'CSL-JSON']) {
    await map.getByRole('button', { name }).click();
    await check(name);
  }
  await page.keyboard.press('Escape');
  await map.evaluate((element) => element.setAttribute('story', 'scroll'));
  await check('a story that scrolls');
  assert.deepEqual([dialogs, problems], [[], []]);
  await close();
});

test('a picture of such a brief opens as a document, and runs nothing', async () => {
  const { page, map, problems, close } = await openedWith(attacked());
  const svg = await map.evaluate((element) => element.toSVG());
  const asked = [];
  const elsewhere = await site.browser.newPage();
  elsewhere.on('request', (request) => asked.push(request.url()));
  await elsewhere.setContent('<div id="place"></div>');
  const names = await elsewhere.evaluate((svg) => {
    document.querySelector('#place').innerHTML = svg; // as the most careless of pages would
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return { error: parsed.querySelector('parsererror')?.textContent, hacked: window.hacked, names: [...new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName))].sort() };
  }, svg);
  assert.deepEqual(names, { error: undefined, hacked: undefined, names: ['clipPath', 'desc', 'g', 'path', 'rect', 'svg', 'text', 'title'] });
  assert.deepEqual(asked, []);
  await elsewhere.close();
  assert.deepEqual(problems, []);
  await close();
});

async function openedWith(document) {
  const opened = await site.open('', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' });
  const map = await drawn(opened.page);
  assert.deepEqual(await give(map, 'brief', document), []);
  return { ...opened, map };
}

test('links that are none of the web are refused, whatever they look like', async () => {
  const { map, problems, close } = await openedWith(brief);
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x', 'file:///etc/passwd', '//evil.invalid', 'blob:https://example.org/1', 'HTTPS', 'https:', 'https://', 'https:///x', 'https://merics.org@evil.invalid/', 'https://m\u0435rics.org/', 'https://evil.invalid\\@merics.org', 'https://merics.org/\u202egro']) {
    const faults = await give(map, 'brief', { ...brief, meta: { ...brief.meta, publication: { ...brief.meta.publication, url } } });
    assert.equal(faults[0]?.problems[0]?.path, '$.meta.publication.url', JSON.stringify(url));
  }
  assert.deepEqual(problems, []);
  await close();
});

test('documents that reach for the prototype of all objects reach nothing', async () => {
  const { page, map, problems, close } = await openedWith(brief);
  const written = JSON.stringify(brief).replace('"actors":{', '"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},"actors":{"__proto__":{"role":"focus"},');
  await page.route('**/proto.json', (route) => route.fulfill({ contentType: 'application/json', body: written }));
  const faults = await give(map, 'brief', 'proto.json');
  assert.equal(faults.length, 1, 'its keys are none of a brief');
  assert.equal(await page.evaluate(() => ({}).hacked), undefined);
  assert.deepEqual(problems, []);
  await close();
});
