// What a host of files answers to those who ask how its map is put on a page: written by the command, beside the built pages.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { folder, named, oembed, snippet } from '../../scripts/oembed.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const HOST = 'https://maps.example/khorgos/';

let dist;
const write = (...args) => run(process.execPath, [path.join(root, 'scripts/oembed.mjs'), ...args]);
const text = (file) => readFile(path.join(dist, file), 'utf8');

before(async () => (dist = await mkdtemp(path.join(tmpdir(), 'khorgos-oembed-'))));
beforeEach(async () => {
  await rm(path.join(dist, 'oembed.json'), { force: true });
  await cp(path.join(root, 'www/map.html'), path.join(dist, 'map.html'));
  await cp(path.join(root, 'assets/briefs/kazakhstan.json'), path.join(dist, 'assets/briefs/kazakhstan.json'));
});
after(() => rm(dist, { recursive: true }));

test('the answer is oEmbed’s, and its frame is one of the host’s', async () => {
  await write(HOST, dist);
  const { html, ...answer } = JSON.parse(await text('oembed.json'));
  assert.deepEqual(answer, {
    version: '1.0',
    type: 'rich',
    title: 'Kazakhstan between China, Russia and the West',
    provider_name: 'maps.example',
    provider_url: 'https://maps.example',
    width: 800,
    height: 500,
  });
  assert.equal(html, snippet(HOST, answer.title));
  assert.match(html, / src="https:\/\/maps\.example\/khorgos\/embed\.html" /);
  assert.match(html, / src="https:\/\/maps\.example\/khorgos\/khorgos-embed\.js"/);
});

test('the page names the answer once, however often it is written', async () => {
  await write('https://elsewhere.example', dist);
  await write('https://maps.example/khorgos', dist); // the slash may lack
  const links = (await text('map.html')).match(/<link rel="alternate".*>/g);
  assert.deepEqual(links, [
    `<link rel="alternate" type="application/json+oembed" href="${HOST}oembed.json" title="Kazakhstan between China, Russia and the West">`,
  ]);
  const before = await readFile(path.join(root, 'www/map.html'), 'utf8');
  assert.equal((await text('map.html')).replace(`${links[0]}\n`, ''), before, 'nothing else has changed');
});

test('what is no folder on the web is refused, and nothing is written', async () => {
  for (const args of [[], ['dist'], ['ftp://maps.example/'], ['https://maps.example/?brief=my.json'], ['https://maps.example/#top']]) {
    await assert.rejects(write(args[0] ?? '', dist), /expected the http\(s\) address of a folder/);
  }
  assert.ok(!(await readdir(dist)).includes('oembed.json'));
  assert.equal(folder('http://127.0.0.1:8080'), 'http://127.0.0.1:8080/');
});

test('a title is text, whatever is in it', () => {
  const title = '"Coal" & <steel> $& $1';
  const quoted = 'title="&quot;Coal&quot; &amp; &lt;steel&gt; $&amp; $1"';
  assert.ok(oembed(HOST, title).html.includes(quoted));
  assert.ok(named('<head>\n</head>', HOST, title).includes(quoted));
});

test('the README has the same tags', async () => {
  const tags = snippet(HOST, 'Kazakhstan’s partners').split('\n');
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  for (const tag of tags) assert.ok(readme.includes(tag), tag);
});
