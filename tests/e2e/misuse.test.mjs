// Calls that a page should not make, or makes at an odd moment: each does what khorgos.d.ts says, and the map goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawn, heard, listen, openWide, panelOf, picture, settled } from './element.mjs';
import { start, withPage } from './harness.mjs';

let site, page, map, problems, closePage;
before(async () => {
  site = await start(); // no policy: the calls are made of texts
});
after(() => site.close());

// Each is done to `element`; the second is what comes of it, as JSON: undefined is null there.
const NOTHING = [
  'flyTo()', 'flyTo(null)', 'flyTo(5)', 'flyTo("x")', 'flyTo({ center: "x" })', 'flyTo({ center: 5 })', 'flyTo({ center: [NaN, 1] })',
  'flyTo({ center: [1n, 2n] })', 'flyTo({ center: [] })', 'flyTo({ center: {} })', 'flyTo({ zoom: NaN })', 'flyTo({ zoom: "near" })', 'flyTo({ zoom: Infinity })',
  'flyTo({ fit: 5 })', 'flyTo({ fit: [5, null, {}] })', 'flyTo({ fit: "nowhere" })',
  'panBy()', 'panBy(NaN, 0)', 'panBy(0, Infinity)', 'panBy("a", {})', 'panBy(1n, 2n)', 'panBy(Symbol(), null)',
  'zoomBy()', 'zoomBy(0)', 'zoomBy(-1)', 'zoomBy(NaN)', 'zoomBy(Infinity)', 'zoomBy("2")', 'zoomBy(2n)', 'zoomBy(1, null)', 'zoomBy(1, { x: "a", y: NaN })',
].map((call) => [call, null]);
const ANSWERS = [
  ...['undefined', '5', '1n', 'NaN', 'true', '{}', '[]', '() => {}', 'Symbol()', '{ kind: 5, id: 5 }', '{ kind: "country" }', '{ kind: "no kind", id: "KAZ" }', '""'].map((target) => [`select(${target})`, false]),
  ...['', '"a"', 'NaN, 1', '1', '1n, 1n', 'Infinity, 0', 'null, null', '-1e9, 1e9'].map((at) => [`pick(${at})`, null]),
  ...['', '"a", 1', 'NaN, 1', '1n, 1n', 'Infinity, 0', 'null, null'].map((at) => [`project(${at})`, null]),
];
const SET = ['step = 1.5', 'step = -1', 'step = 1e9', 'step = NaN', 'step = "a"', 'step = {}', 'step = 1n', 'lens = 5', 'lens = {}', 'theme = 5', 'graticule = "none"', 'keys = 5', 'motion = 5', 'loading = {}', 'gestures = 1n'];
const REFUSED = {
  '5': /^brief was refused: \$: expected/,
  '0': /^brief was refused: \$: expected/,
  'true': /^brief was refused: \$: expected/,
  '[]': /^brief was refused: \$: expected/,
  '() => {}': /^brief is not JSON: a function$/,
  'Symbol()': /^brief is not JSON: a symbol$/,
  '1n': /^brief is not JSON: /,
  '{ version: 1n }': /^brief is not JSON: /,
  '(() => { const ring = {}; ring.ring = ring; return ring; })()': /^brief is not JSON: /,
  '({ toJSON() { throw null; } })': /^brief is not JSON: null$/,
};
const SCALES = ['-1', '0', 'NaN', 'Infinity', '"a"', 'null', '{}', '1n', '1e9'];

/** Does `element.<code>`; what came of it, or what was thrown. */
const tell = (code) =>
  map.evaluate((element, code) => {
    try {
      return new Function('element', `return element.${code}`)(element) ?? null;
    } catch (cause) {
      return `threw ${cause}`;
    }
  }, code);
const view = () => map.evaluate((element) => [[67, 48], [70, 40]].map((at) => element.project(...at)));

test('with a map on the page', async (t) => {
  ({ page, map, problems, close: closePage } = await openWide(site));
  await listen(map, 'khorgos-error', 'khorgos-select', 'khorgos-step');
  const [seen, at] = [await picture(map), await view()];
  const same = async () => {
    await settled(map);
    assert.deepEqual(await view(), at);
    assert.equal(await picture(map), seen);
  };
  for (const [call, answer] of [...NOTHING, ...ANSWERS]) await t.test(call, async () => assert.deepEqual(await tell(call), answer));
  await t.test('none of them has moved the map', same);
  assert.deepEqual(await heard(map, 'khorgos-error'), []);
  for (const setting of SET) await t.test(setting, async () => assert.doesNotMatch(String(await tell(setting)), /^threw/));
  await t.test('nor have these', async () => {
    await map.evaluate((element) => (element.lens = null));
    await same();
    const told = await heard(map, 'khorgos-error');
    assert.deepEqual(told.map(({ source }) => source), ['lens', 'lens', 'theme', 'keys', 'motion', 'loading', 'gestures']);
    assert.equal(told[2].message, 'was refused: theme: expected one of auto, light, dark, contrast, found "5"');
    assert.equal(await map.evaluate((element) => element.step), null);
    assert.deepEqual(await heard(map, 'khorgos-step'), []);
    assert.deepEqual(await heard(map, 'khorgos-select'), []);
  });
  for (const scale of SCALES) await t.test(`toPNG(${scale})`, async () => assert.equal(await tell(`toPNG(${scale}).catch((cause) => cause.name)`), 'RangeError'));
  for (const [document, message] of Object.entries(REFUSED)) {
    for (const name of ['brief', 'map']) {
      await t.test(`${name} = ${document}`, async () => {
        await tell(`${name} = ${document}`);
        const told = await map.evaluate((element) => element.ready.catch((cause) => cause.message));
        assert.match(told, new RegExp(message.source.replace('brief', name)));
        await tell(`${name} = null`);
        await drawn(page);
      });
    }
  }
  await t.test('and the map is as it was', async () => {
    assert.equal(await map.evaluate((element) => element.select('KAZ')), true);
    assert.equal((await panelOf(map)).title, 'Kazakhstan');
    assert.deepEqual(problems, []);
  });
  await closePage();
});

test('words that are none of an attribute’s, from the start', async () => {
  ({ page, map, problems, close: closePage } = await openWide(site));
  const told = await map.evaluate(async (element) => {
    const messages = [];
    document.addEventListener('khorgos-error', ({ detail: { source, message } }) => messages.push(`${source} ${message}`));
    const other = document.createElement('khorgos-map');
    for (const [name, word] of [['lens', 'nowhere'], ['story', 'scrol']]) other.setAttribute(name, word);
    element.replaceWith(other);
    other.setAttribute('state', '');
    await other.ready;
    other.lens = 'china';
    // A lens of the brief that is to come is none of the present one, and one that the page did not choose is nobody's fault.
    other.brief = 'assets/briefs/projects.json';
    other.lens = 'aid';
    await other.ready;
    other.brief = null;
    other.lens = null;
    await other.ready;
    other.shadowRoot.querySelector('[data-lens="china"]').click();
    other.brief = 'assets/briefs/projects.json';
    await other.ready;
    return messages;
  });
  assert.deepEqual(told, [
    'state was refused: state: expected one of hash, found ""',
    'lens was refused: lens: expected one of all, china, russia, west, found "nowhere"',
  ]);
  await closePage();
});

// What a page may call, with good values.
const calls = [
  (element) => element.panBy(10, 10),
  (element) => element.zoomBy(1.1),
  (element) => element.flyTo({ center: [67, 48], zoom: 4, animate: false }),
  (element) => element.select('KAZ'),
  (element) => element.select(null),
  (element) => element.pick(100, 100),
  (element) => element.project(67, 48),
  (element) => (element.lens = 'china'),
  (element) => (element.lens = null),
  (element) => (element.step = 0),
  (element) => (element.step = null),
  (element) => (element.theme = 'dark'),
  (element) => (element.projection = 'mercator'),
  (element) => element.settled,
].map(String);
const run = (element, calls) => {
  return calls.map((call) => {
    try {
      const answer = new Function(`return (${call})`)()(element);
      return answer instanceof Promise ? 'a promise' : answer;
    } catch (cause) {
      return `threw ${cause}`;
    }
  });
};

for (const [when, prepare] of [
  ['before there is a map', (element) => element],
  ['that is not on the page', (element) => (element.remove(), element)],
  ['after destroy()', async (element) => (await element.ready, element.destroy(), element)],
]) {
  test(`calls on a map ${when} are answered`, async () => {
    ({ page, problems, close: closePage } = await site.open('made-up.html', withPage('<khorgos-map></khorgos-map>')));
    map = page.locator('khorgos-map');
    await page.evaluate(() => customElements.whenDefined('khorgos-map'));
    const handle = await map.elementHandle();
    const answers = await handle.evaluate(
      async (element, [prepare, run, calls]) => new Function(`return [${prepare}, ${run}]`)().reduce(async (element, step) => step(await element, calls), element),
      [String(prepare), String(run), calls],
    );
    assert.deepEqual(answers.filter((answer) => /^threw/.test(String(answer))), []);
    assert.deepEqual(problems, []);
    await closePage();
  });
}

test('destroy() while it is loading settles who waits for it, and the map can come back', async () => {
  const options = withPage('<khorgos-map brief="never.json"></khorgos-map>');
  ({ page, close: closePage } = await site.open('made-up.html', {
    ...options,
    prepare: async (page) => {
      await page.route('**/never.json', () => {}); // no answer as long as the test lasts
      await options.prepare(page);
    },
  }));
  map = page.locator('khorgos-map');
  const told = await map.evaluate(async (element) => {
    await customElements.whenDefined('khorgos-map');
    const { ready } = element;
    const png = element.toPNG();
    const both = Promise.all([ready, png].map((promise) => promise.catch((cause) => cause.message)));
    element.destroy();
    element.destroy();
    return both;
  });
  assert.deepEqual(told, ['the map was let go', 'the map was let go']);
  await map.evaluate(async (element) => {
    const { parentNode } = element;
    element.brief = null;
    element.remove();
    parentNode.append(element);
  });
  await drawn(page);
  assert.equal(await map.evaluate((element) => element.select('KAZ')), true);
  await closePage();
});

// What makes each event come.
const CAUSES = {
  'khorgos-ready': (element) => (element.brief = null),
  'khorgos-select': (element) => element.select('KAZ'),
  'khorgos-viewchange': (element) => element.panBy(20, 0),
  'khorgos-lens': (element) => (element.lens = 'china'),
  'khorgos-step': (element) => (element.step = 0),
  'khorgos-error': (element) => (element.brief = {}),
};
const ACTS = {
  'an exception': () => {
    throw new Error('a fault of the page');
  },
  'panBy and pick': (element) => (element.panBy(1, 1), element.pick(100, 100)),
  'select and zoomBy': (element) => (element.select('CHN'), element.zoomBy(1.1)),
  'the next step': (element) => (element.step = 1),
  'another lens': (element) => (element.lens = 'russia'),
  'another brief': (element) => (element.brief = structuredClone(globalThis.small)),
  'destroy()': (element) => element.destroy(),
  'remove()': (element) => element.remove(),
};

for (const [event, cause] of Object.entries(CAUSES)) {
  for (const [what, act] of Object.entries(ACTS)) {
    test(`${event}: ${what} in its listener`, async () => {
        ({ page, problems, map, close: closePage } = await openWide(site));
      const told = await map.evaluate(
        async (element, [event, cause, act]) => {
          const [make, react] = new Function(`return [${cause}, ${act}]`)();
          globalThis.small = await (await fetch('assets/briefs/projects.json')).json();
          const parent = element.parentNode;
          const came = new Promise((resolve) =>
            element.addEventListener(event, () => (resolve(), react(element)), { once: true }),
          );
          make(element);
          await came;
          await element.settled;
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          if (!element.isConnected || !element.shadowRoot.querySelector('.drawn')) {
            element.remove();
            parent.append(element);
          }
          if (element.brief) element.brief = null;
          await element.ready;
          await element.settled;
          return { finds: element.select('KAZ'), at: element.project(67, 48).every(Number.isFinite) };
        },
        [event, String(cause), String(act)],
      );
      assert.deepEqual(told, { finds: true, at: true });
      assert.deepEqual(problems, what === 'an exception' ? ['exception: a fault of the page'] : []);
      await closePage();
    });
  }
}
