// The description of the element for editors and for the README, held against what the element is.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { tabled } from '../../scripts/manifest.mjs';
import { WORDS } from '../../www/element/vocabulary.js';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file) => readFile(path.join(root, file), 'utf8');
const [element] = JSON.parse(await text('www/custom-elements.json')).modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();
const all = (source, pattern) => [...new Set([...source.matchAll(pattern)].map(([, found]) => found))].sort();

async function sources(ending) {
  const files = (await readdir(path.join(root, 'www'), { recursive: true })).filter((file) => file.endsWith(ending));
  return (await Promise.all(files.map((file) => text(path.join('www', file))))).join('\n');
}

test('attributes are those that the element observes, and those that it asks', async () => {
  const script = await text('www/khorgos.js');
  const observed = all(script.match(/observedAttributes = \[(.*)\]/)[1], /'([a-z]+)'/g);
  const reflected = all(script.match(/const REFLECTED = \[(.*)\]/)[1], /'([a-z]+)'/g);
  assert.deepEqual(names(element.attributes), [...new Set([...observed, ...reflected])].sort());
});

test('templates know all attributes, and the limits, which are a property alone', async () => {
  const [, known] = (await text('www/khorgos.d.ts')).match(/interface KhorgosMapAttributes \{([^}]*)\}/);
  assert.deepEqual([...names(element.attributes), 'limits'].sort(), all(known, /^ {2}([a-z]+)\?:/gm));
});

test('words of attributes are those that the element takes', async () => {
  const taken = Object.entries(WORDS).map(([name, words]) => [name, words.map((word) => `'${word}'`).join(' | ')]);
  assert.equal(taken.length, 8);
  for (const [name, words] of taken) assert.equal(element.attributes.find((attribute) => attribute.name === name).type.text, words);
});

test('events are those of the types', async () => {
  assert.deepEqual(names(element.events), all(await text('www/khorgos.d.ts'), /^ {2}'(khorgos-[a-z]+)': CustomEvent/gm));
});

test('parts, slots and variables are those that there are', async () => {
  const script = await sources('.js');
  assert.deepEqual(names(element.cssParts), all(script, /\bpart: '([a-z]+)'/g));
  assert.deepEqual(names(element.slots), all(script, /'slot', \{ name: '([a-z]+)' \}/g));
  assert.deepEqual(names(element.cssProperties), all(await sources('.css'), /var\((--khorgos-[a-z]+)/g));
});

test('the README’s table is written of it', async () => {
  assert.equal(await text('README.md'), await tabled(), 'node scripts/manifest.mjs writes it');
});
