// What everyone needs beside the keys: landmarks, targets, room for larger text, and a focus that is seen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clickCountry, drawn, openWide, overlaps, settled } from './element.mjs';
import { picture, start } from './harness.mjs';

const NARROW = { viewport: { width: 320, height: 640 } };

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

/** Roles and names of all that assistive technology is told of a page. */
async function told(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => ({ role: role.value, name: name?.value ?? '' }));
}

for (const [address, maps] of [['', 1], ['two.html', 2], ['long.html', 1], ['embed.html', 1]]) {
  test(`${address || 'map.html'}: one main landmark with one title, none of another page's kind, and every group has a name`, async () => {
    const { page, problems, close } = await site.open(address, { reducedMotion: 'reduce' });
    for (let at = 0; at < maps; at += 1) await drawn(page, `khorgos-map >> nth=${at}`);
    const nodes = await told(page);
    const of = (role) => nodes.filter((node) => node.role === role);
    assert.equal(of('main').length, 1);
    assert.deepEqual([...of('banner'), ...of('contentinfo')], []);
    assert.equal(await page.locator('h1').count(), 1);
    for (const role of ['group', 'region', 'radiogroup', 'application', 'button', 'checkbox', 'radio']) {
      for (const { name } of of(role)) assert.notEqual(name.trim(), '', role);
    }
    assert.equal(of('application').length, maps);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('scale and north are told as sentences, and the legend is a group with a name', async () => {
  const { page, close } = await openWide(site);
  const nodes = await told(page);
  const texts = nodes.map(({ name }) => name.replaceAll('\u00a0', ' '));
  assert.ok(texts.some((text) => /^The scale bar stands for [\d,]+ kilometres\.$/.test(text)), 'scale');
  assert.ok(texts.some((text) => /^North is (\d+° to the (left|right) of|at) the top\.$/.test(text)), 'north');
  assert.ok(!texts.includes('N') && !texts.some((text) => /^\d+ km$/.test(text)), 'no bare letter or number');
  assert.ok(nodes.some(({ role, name }) => role === 'group' && name === 'Legend'));
  await close();
});

for (const [name, options] of [['wide', {}], ['320 px', NARROW]]) {
  test(`${name}: everything to press is at least 24 px each way`, async () => {
    const { map, problems, close } = await openWide(site, options);
    const small = () => map.evaluate((element) => {
      const nodes = [...element.shadowRoot.querySelectorAll('button, a, input, [tabindex="0"]')];
      const target = (node) => (node.localName === 'input' ? node.closest('label') : node);
      const inText = (node) => node.localName === 'a'; // links in a line of text are as high as the text
      return nodes
        .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !inText(node))
        .map((node) => [node.outerHTML.slice(0, 80), target(node).getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([html, { width, height }]) => `${html} ${width} × ${height}`);
    });
    await map.getByRole('button', { name: 'About this map' }).click();
    assert.deepEqual(await small(), []);
    await map.evaluate((element) => element.select('CHN'));
    await settled(map);
    assert.deepEqual(await small(), []);
    const marks = await map.locator('.note-mark').count();
    assert.ok(marks > 3, `${marks} marks`);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('at 320 px the whole title is read, nothing scrolls sideways, and the summary is behind a button', async () => {
  const { page, map, problems, close } = await openWide(site, NARROW);
  const cut = () =>
    map.evaluate((element) => {
      const title = element.shadowRoot.querySelector('.title h2');
      return { wide: title.scrollWidth - title.clientWidth, tall: title.scrollHeight - title.clientHeight, page: document.documentElement.scrollWidth - innerWidth };
    });
  assert.deepEqual(await cut(), { wide: 0, tall: 0, page: 0 });
  assert.deepEqual(await overlaps(map, ['.title', '.controls', '.openers', '.credits']), []);
  await picture(page, 'narrow-320');
  await map.getByRole('button', { name: 'About this map' }).click();
  const summary = await map.locator('.title p').textContent();
  assert.equal(await map.locator('.about').getByText(summary).isVisible(), true);
  await map.evaluate((element) => element.select('CHN'));
  await settled(map);
  const body = await map.locator('.panel-body').evaluate((node) => node.scrollWidth - node.clientWidth);
  assert.equal(body, 0);
  assert.deepEqual(problems, []);
  await close();
});

test('text of twice the size is twice as large, and neither cut nor on other text', async () => {
  for (const viewport of [{ width: 1200, height: 750 }, { width: 390, height: 700 }]) {
    const { page, map, close } = await openWide(site, { viewport });
    const size = () => map.locator('.title h2').evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
    const before = await size();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await settled(map);
    assert.equal(await size(), 2 * before);
    const cut = await map.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('.title h2, .lens, .opener span')]
        .filter((node) => node.checkVisibility())
        .filter((node) => getComputedStyle(node).overflow !== 'visible' || node.scrollWidth > node.clientWidth + 1)
        .filter((node) => node.localName !== 'span')
        .map((node) => node.textContent),
    );
    assert.deepEqual(cut, []);
    assert.deepEqual(await overlaps(map, ['.title', '.controls', '.openers', '.gauge']), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    await picture(page, `text-200-${viewport.width}`);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '62.5%'));
    assert.equal(await size(), before, 'a page with a small root does not make it smaller');
    await close();
  }
});

/** The spacing of WCAG 2.2, 1.4.12, as a reader's own style sheet sets it everywhere. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

for (const viewport of [{ width: 1200, height: 750 }, { width: 390, height: 700 }, { width: 320, height: 640 }]) {
  test(`${viewport.width} px: text of wide spacing is neither cut nor on other text`, async () => {
    const { page, map, problems, close } = await openWide(site, { viewport });
    const height = () => map.locator('.title').evaluate((node) => node.offsetHeight);
    const before = await height();
    await map.evaluate((element, css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      element.shadowRoot.adoptedStyleSheets.push(sheet);
    }, SPACED);
    await settled(map);
    assert.ok((await height()) > before, 'it is heeded');
    const cut = () =>
      map.evaluate((element) => {
        // The summary and the credits are cut to some lines on purpose; a button beside them has them in full.
        const nodes = [...element.shadowRoot.querySelectorAll('h2, h3, h4, p, button, label, li, td, th, .card')].filter((node) => !node.matches('.title p, .credit-line, .unseen') && node.checkVisibility({ visibilityProperty: true }));
        const isCut = (node) => ['hidden', 'clip'].includes(getComputedStyle(node).overflowX) && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
        return nodes.filter(isCut).map((node) => `${node.localName}.${node.className}: ${node.textContent.slice(0, 40)}`);
      });
    const PIECES = ['.title', '.controls', '.tools', '.opens-story', '.opens-legend', '.opens-layers', '.legend', '.gauge', '.opens-info', '.panel.open', '.story'];
    assert.deepEqual(await cut(), []);
    assert.deepEqual(await overlaps(map, PIECES), []);
    await picture(page, `spaced-${viewport.width}`);
    await clickCountry(page, map, 'KAZ');
    await map.locator('.panel.open').waitFor();
    assert.deepEqual(await cut(), []);
    assert.equal(await map.locator('.panel-body').evaluate((node) => node.scrollWidth - node.clientWidth), 0);
    await picture(page, `spaced-panel-${viewport.width}`);
    await map.locator('.panel .close').click();
    await map.locator('.opens-story').click();
    await settled(map);
    assert.deepEqual(await cut(), []);
    assert.deepEqual(await overlaps(map, PIECES), []);
    await picture(page, `spaced-story-${viewport.width}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the focus is shown in two tones, on every ground', async () => {
  const { page, map, close } = await openWide(site);
  for (let stops = 0; stops < 9; stops += 1) {
    await page.keyboard.press('Tab');
    const { name, outline, shadow, frame } = await map.evaluate((element) => {
      const node = element.shadowRoot.activeElement;
      const style = getComputedStyle(node.localName === 'canvas' ? element.shadowRoot.querySelector('.cross') : node);
      const frame = node.localName === 'canvas' && { border: parseFloat(style.borderTopWidth), outline: parseFloat(style.outlineWidth), display: style.display };
      return { name: node.localName, outline: style.outlineStyle, shadow: style.boxShadow, frame };
    });
    if (name === 'canvas') assert.deepEqual(frame, { border: 2, outline: 2, display: 'block' });
    else assert.ok(outline === 'solid' && shadow !== 'none', name);
  }
  await close();
});

test('a button that shows a drawing shows its name with the focus of the keyboard, and not with that of a pointer', async () => {
  const { page, map, close } = await openWide(site);
  const shown = () =>
    map.evaluate((element) => {
      const node = element.shadowRoot.activeElement;
      const { content } = getComputedStyle(node, '::after');
      return { name: node.getAttribute('aria-label'), shown: content === 'none' ? undefined : JSON.parse(content.split(' / ')[0]) };
    });
  await map.locator('canvas').first().focus();
  for (const name of ['Search', 'List and table', 'Settings']) {
    await page.keyboard.press('Tab');
    assert.deepEqual(await shown(), { name, shown: name });
  }
  await map.getByRole('button', { name: 'Zoom in' }).click();
  assert.deepEqual(await shown(), { name: 'Zoom in', shown: undefined });
  await close();
});

test('forced colours and dark keep the ring', async () => {
  for (const options of [{ colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    const { page, map, close } = await openWide(site, options);
    await page.keyboard.press('Tab');
    await page.keyboard.press('n');
    await settled(map);
    const [border, outline] = await map.locator('.ring').evaluate((ring) => {
      const { borderTopColor, outlineColor } = getComputedStyle(ring);
      return [borderTopColor, outlineColor];
    });
    assert.notEqual(border, outline, 'two tones');
    await picture(page, `keyboard-ring-${options.colorScheme ?? 'forced'}`);
    await close();
  }
});
