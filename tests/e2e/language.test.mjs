// The shipped brief in its other languages: what the element loads, says and marks, and which way it runs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn, speak } from './element.mjs';
import { ENGLISH as LATER } from '../../www/desk/words.js';
import { ENGLISH } from '../../www/element/words.js';
import { ENGLISH as SHARED } from '../../www/share/words.js';
import { picture as photograph, start } from './harness.mjs';

const WIDE = { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 700 }, reducedMotion: 'reduce' };

const shipped = async (path) => JSON.parse(await readFile(new URL(`../../dist/assets/${path}`, import.meta.url), 'utf8'));

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

/** The map in a language, on a page of its own. */
async function speaking(lang, options = WIDE) {
  const { page, problems, close } = await site.open('', options);
  const map = await drawn(page);
  await speak(map, lang);
  return { page, problems, map, close };
}

/** The text of the first node of each selector, its own `lang`, and the direction in which it runs. */
const said = (map, selector) =>
  map.evaluate((element, selector) => {
    const nodes = [...element.shadowRoot.querySelectorAll(selector)];
    return nodes.map((node) => ({ text: node.textContent, lang: node.getAttribute('lang'), dir: getComputedStyle(node).direction }));
  }, selector);

/** What is English in the panel though another language is chosen, but for the titles of works, which no one translates. */
const ENGLISH_IN_PANEL = '.panel [lang="en"]:not(.source > span)';

const open = (map, id) => map.evaluate((element, id) => element.select(id), id);

test('every language has every word, with the same places for what goes into it', async () => {
  const parts = [ENGLISH, LATER, SHARED];
  const english = Object.assign({}, ...parts);
  assert.equal(Object.keys(english).length, parts.flatMap(Object.keys).length, 'no word twice');
  const places = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
  const shape = (words) => Object.entries(words).map(([key, text]) => `${key} ${places(text)}`).sort();
  for (const lang of ['kk', 'ru', 'zh', 'fa']) assert.deepEqual(shape((await shipped(`words/${lang}.json`)).page), shape(english), lang);
});

for (const [lang, dir] of [['kk', 'ltr'], ['ru', 'ltr'], ['zh', 'ltr'], ['fa', 'rtl']]) {
  test(`everything is said in ${lang}`, async () => {
    const texts = await shipped(`briefs/kazakhstan.${lang}.json`);
    const { page, problems, map, close } = await speaking(lang);
    assert.deepEqual(await said(map, '.title h2'), [{ text: texts.meta.title, lang: null, dir }]);
    const credits = await said(map, '.credit-line span span');
    assert.ok(credits.length > 3 && credits.every(({ lang, dir }) => lang === 'en' && dir === 'ltr'), 'credits are as they were given');
    assert.equal((await said(map, '#told'))[0].lang, null, 'the description is in the language');
    await photograph(page, `language-${lang}`);

    await open(map, 'CHN');
    const [sentence] = await said(map, '[data-fact="trade-china-total"] .sentence');
    assert.ok(sentence.text.startsWith(texts.facts['trade-china-total'].text), sentence.text);
    assert.equal(sentence.dir, dir);
    assert.deepEqual(await said(map, ENGLISH_IN_PANEL), [], 'nothing in English');
    const works = await said(map, '.panel .source > span:first-child');
    assert.ok(works.length > 5 && works.every(({ lang, dir }) => lang === 'en' && dir === 'ltr'), 'works have the title they were printed with');
    await photograph(page, `language-panel-${lang}`);

    await map.evaluate((element) => element.select(null));
    const lenses = await said(map, '.lenses button');
    for (const { title } of Object.values(texts.lenses)) assert.ok(lenses.some(({ text }) => text === title), title);
    await map.locator('.opens-story').click();
    assert.equal((await said(map, '.step.told h3'))[0].text, texts.story[0].title);
    await photograph(page, `language-story-${lang}`);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('what is not translated is marked as English, within the words of the language', async () => {
  const { problems, map, close } = await speaking('tr');
  const [title] = await said(map, '.title h2');
  assert.equal(title.text, 'Kazakhstan between China, Russia and the West');
  assert.equal(title.lang, 'en');
  const [description] = await said(map, '#told');
  assert.match(description.text, /^In view: /);
  assert.equal(description.lang, 'en');
  await open(map, 'CHN');
  assert.deepEqual(await said(map, '.panel h2'), [{ text: 'Çin', lang: null, dir: 'ltr' }], 'the map has the name');
  const sentences = await said(map, '.panel .sentence');
  assert.ok(sentences.length > 20 && sentences.every(({ lang }) => lang === 'en'));
  assert.deepEqual(problems, []);
  await close();
});

test('a translation that lacks a sentence leaves it in English, from left to right', async () => {
  const lacking = async (page) => {
    await page.route('**/kazakhstan.fa.json', async (route) => {
      const texts = await shipped('briefs/kazakhstan.fa.json');
      delete texts.facts['trade-china-total'].text;
      await route.fulfill({ json: texts });
    });
  };
  const { problems, map, close } = await speaking('fa', { ...WIDE, prepare: lacking });
  await open(map, 'CHN');
  const [sentence] = await said(map, '[data-fact="trade-china-total"] .sentence');
  assert.equal(sentence.lang, 'en');
  assert.equal(sentence.dir, 'ltr');
  assert.equal((await said(map, '.panel .sentence[lang]')).length, 1);
  assert.deepEqual(problems, []);
  await close();
});

for (const lang of ['kk', 'fa']) {
  test(`the sheet of a phone speaks ${lang}`, async () => {
    const { page, problems, map, close } = await speaking(lang, PHONE);
    await photograph(page, `language-phone-${lang}`);
    await open(map, 'KAZ');
    assert.deepEqual(await said(map, ENGLISH_IN_PANEL), []);
    await photograph(page, `language-phone-panel-${lang}`);
    assert.deepEqual(problems, []);
    await close();
  });
}
