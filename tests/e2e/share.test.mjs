// What a reader passes on: citations in the formats of bibliographies, and the code that embeds the map.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn, openShare, openWide, overlaps } from './element.mjs';
import { picture, start } from './harness.mjs';
import { bibtex, cslJson, embedCode } from '../../www/share/formats.js';

const { meta } = JSON.parse(await readFile(new URL('../../assets/briefs/kazakhstan.json', import.meta.url), 'utf8'));

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

test('BibTeX of a chapter', () => {
  assert.equal(
    bibtex(meta.publication),
    `@incollection{baldakova2022,
  author = {{Oyuna Baldakova}},
  title = {{Kazakhstan’s three-way balancing act between competing powers is under pressure}},
  booktitle = {{Beyond blocs: global views on China and US-China relations}},
  publisher = {{Mercator Institute for China Studies (MERICS)}},
  series = {MERICS Paper on China},
  year = {2022},
  url = {https://merics.org/en/report/beyond-blocs-global-views-china-and-us-china-relations},
}
`,
  );
});

test('BibTeX of a whole without a year, with signs that mean something to it', () => {
  const entry = bibtex({ title: 'Oil & gas: 50% {more} _or_ less', author: 'Құралай', publisher: 'A\\B', url: 'https://example.org/a_b' });
  assert.ok(entry.startsWith('@misc{map,\n'), entry);
  assert.ok(entry.includes('title = {{Oil \\& gas: 50\\% \\{more\\} \\_or\\_ less}},'), entry);
  assert.ok(entry.includes('publisher = {{A\\textbackslash{}B}},'), entry);
  assert.ok(entry.includes('url = {https://example.org/a_b},'), 'an address stays as it is');
  assert.ok(!/year|booktitle|series/.test(entry), 'what is not known is not there');
});

test('CSL-JSON says the same', () => {
  assert.deepEqual(JSON.parse(cslJson(meta.publication)), [
    {
      id: 'baldakova2022',
      type: 'chapter',
      title: meta.publication.chapter,
      'container-title': meta.publication.title,
      author: [{ literal: 'Oyuna Baldakova' }],
      publisher: meta.publication.publisher,
      'collection-title': meta.publication.series,
      issued: { 'date-parts': [[2022]] },
      URL: meta.publication.url,
    },
  ]);
});

test('embed code cannot break out of its attributes', () => {
  const given = { lens: '"><img src=x>', brief: 'my brief.json', title: 'not kept' };
  const element = { baseURI: 'https://example.org/news/', hasAttribute: (name) => name in given, getAttribute: (name) => given[name] };
  assert.equal(
    embedCode(element, 'https://example.org/khorgos.js'),
    '<script type="module" src="https://example.org/khorgos.js"></script>\n<khorgos-map brief="https://example.org/news/my https://example.org/news/brief.json" lens="&quot;>&lt;img src=x>"></khorgos-map>\n',
  );
});

for (const [name, viewport] of [['wide', { width: 1200, height: 750 }], ['narrow', { width: 390, height: 700 }], ['320 px', { width: 320, height: 640 }]]) {
  test(`${name}: citations and embed code are copied, and there to be copied by hand`, async () => {
    const { page, problems, map, close } = await openWide(site, { viewport });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await map.evaluate((element) => (element.lens = 'china'));
    await page.keyboard.press('Escape'); // its panel, which hides the button on a narrow map
    await openShare(map);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const citation = map.getByRole('textbox', { name: 'Citation' });
    for (const [format, text] of [['Plain text', /^Oyuna Baldakova.*https:\/\/merics\.org/], ['BibTeX', /^@incollection\{/], ['CSL-JSON', /^\[/]]) {
      await map.getByRole('button', { name: format }).click();
      await map.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor();
      assert.match(await copied(), text);
      assert.equal(await citation.inputValue(), await copied());
      assert.equal(await map.evaluate((element) => element.shadowRoot.activeElement.textContent), format, 'the focus stays');
    }
    await map.getByRole('button', { name: 'Copy', exact: true }).click();
    const code = await map.getByRole('textbox', { name: 'Embed code' }).inputValue();
    assert.ok(code.includes(`<script type="module" src="${site.url}khorgos.js"></script>`), code);
    assert.ok(code.includes(' lens="china"'), code);
    await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.startsWith('<script')));
    await picture(page, `share-${name.replaceAll(' ', '-')}`);
    assert.equal(await map.locator('.desk-body').evaluate((node) => node.scrollWidth - node.clientWidth), 0, 'nothing scrolls sideways');
    assert.deepEqual(await overlaps(map, ['.desk-head h2', '.desk-head .close']), []);
    assert.deepEqual(problems, []);

    // The code is good for a page.
    const embedded = await site.open('made-up.html', {
      prepare: (page) => page.route('**/made-up.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><link rel="icon" href="icon.svg">${code}` })),
    });
    assert.equal(await (await drawn(embedded.page)).getAttribute('lens'), 'china');
    assert.deepEqual(embedded.problems, []);
    await embedded.close();
    await close();
  });
}
