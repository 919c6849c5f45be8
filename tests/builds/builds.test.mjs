// The package as its users have it: packed, installed, built by each bundler, and used on the page that comes of it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { createServer } from 'vite';
import { clickCountry, colours, drawn, panelOf, settled } from '../e2e/element.mjs';
import { picture, start } from '../e2e/harness.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const SAMPLES = ['plain', 'esbuild', 'rollup', 'webpack', 'vite', 'react', 'vue', 'svelte'];

let site;
before(async () => {
  site = await start({ root: path.join(root, 'target/builds') });
});
after(() => site.close());

/** What a reader does first: sees the map, clicks a country, reads. */
async function isUsed(page, problems) {
  const map = await drawn(page);
  assert.ok((await colours(map)) > 50, 'the map is drawn');
  await clickCountry(page, map, 'KAZ');
  const { title, facts } = await panelOf(map);
  assert.equal(title, 'Kazakhstan');
  assert.ok(facts.length > 20);
  assert.equal(await page.locator('#heard').textContent(), 'KAZ', 'the page heard of it');
  await map.getByRole('button', { name: 'Search', exact: true }).click();
  await map.getByRole('combobox').fill('Khorgos');
  await page.locator('.option').first().waitFor();
  await page.keyboard.press('Escape');
  const csv = await map.evaluate((element) => element.toCSV());
  assert.match(csv, /^id,/, 'the module to take away is there');
  await map.evaluate(async (element) => {
    element.lang = 'kk';
    await element.ready;
  });
  await settled(map);
  assert.equal((await panelOf(map)).title, 'Қазақстан', 'languages are there');
  assert.deepEqual(problems, []);
}

for (const name of SAMPLES) {
  test(`${name}: the map is drawn, a click is heard, and what is loaded later is found`, async () => {
    const { page, problems, close } = await site.open(`${name}/`, { viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
    await isUsed(page, problems);
    await picture(page, `build-${name}`);
    await close();
  });
}

test('vite, while one develops: the same', async () => {
  const server = await createServer({ root: path.join(import.meta.dirname, 'bundled'), configFile: false, logLevel: 'error', cacheDir: path.join(root, 'target/builds/.vite'), server: { host: '127.0.0.1', port: 0 } });
  await server.listen();
  const context = await site.browser.newContext({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await isUsed(page, problems);
  await context.close();
  await server.close();
});

const run = (command, ...words) => promisify(execFile)(command, words, { cwd: import.meta.dirname });

test('publint and arethetypeswrong have nothing to say about the tarball', async () => {
  const [tarball] = (await readdir(path.join(root, 'target/builds'))).filter((name) => name.endsWith('.tgz'));
  const file = path.join(root, 'target/builds', tarball);
  const { publint } = await import('publint');
  const { messages } = await publint({ pkgDir: path.join(root, 'dist'), level: 'suggestion', strict: true, pack: false });
  assert.deepEqual(messages, []);
  // The package is for import alone: `require` has no custom elements to define.
  await run('npx', 'attw', file, '--profile', 'esm-only', '--format', 'json', '--entrypoints', '.', 'khorgos.js', 'khorgos.single.js', 'react', 'vue', 'svelte');
});

test('scripts and the templates of React, Vue and Svelte know the element’s types', async () => {
  await run('npx', 'tsc', '--project', 'types');
  await run('npx', 'vue-tsc', '--project', 'types');
  // Templates of Svelte have no way to say that an error is expected.
  const failed = await run('npx', 'svelte-check', '--workspace', 'types', '--tsconfig', 'tsconfig.json', '--output', 'machine').catch((error) => error);
  const errors = failed.stdout.match(/ ERROR .*/g);
  assert.equal(errors?.length, 2, failed.stdout);
  assert.match(errors[0], /"moon/);
  assert.match(errors[1], /StoryStep/);
});

test('nothing runs when it is installed, and licences are in it', async () => {
  const installed = path.join(import.meta.dirname, 'node_modules/khorgos');
  const about = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
  assert.equal(about.scripts, undefined);
  assert.equal(about.dependencies, undefined);
  const names = await readdir(installed);
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'DATA-LICENSES.md', 'README.md', 'khorgos.d.ts', 'custom-elements.json']) assert.ok(names.includes(name), name);
});
