// Where the engine's module comes from, and what is done when that is not as it should be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { colours, drawn } from './element.mjs';
import { start } from './harness.mjs';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const WASM = '**/khorgos_wasm_bg.wasm';

/** Serves a page of our own with a script of its own. */
const withScript = (script, more = async () => {}) => ({
  prepare: async (page) => {
    await page.route('**/made-up.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.route('**/made-up.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><script type="module" src="made-up.js"></script><body></body>' }),
    );
    await more(page);
  },
});

test('a module that is served as text works all the same, without a word', async () => {
  const said = [];
  const { page, problems, close } = await site.open('', {
    prepare: async (page) => {
      page.on('console', (message) => said.push(message.text()));
      await page.route(WASM, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
      });
    },
  });
  const map = await drawn(page);
  assert.ok((await colours(map)) > 50);
  assert.deepEqual(said, []);
  assert.deepEqual(problems, []);
  await close();
});

for (const [what, source] of [
  ['bytes', "await (await fetch('elsewhere.wasm')).arrayBuffer()"],
  ['an address', "'elsewhere.wasm'"],
  ['a response that is on its way', "fetch('elsewhere.wasm')"],
]) {
  test(`init takes the module from ${what}`, async () => {
    const script = `import { init } from './khorgos.js'; await init(${source}); document.body.append(document.createElement('khorgos-map'));`;
    const { page, problems, close } = await site.open('made-up.html', withScript(script, async (page) => {
      await page.route('**/elsewhere.wasm', async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace('elsewhere', 'khorgos_wasm_bg') }) }));
      await page.route(WASM, (route) => route.abort());
    }));
    await page.locator('khorgos-map').waitFor();
    const map = await drawn(page);
    assert.ok((await colours(map)) > 50);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('init says when it cannot start, and may be asked again', async () => {
  const script = `
    import { init } from './khorgos.js';
    globalThis.failed = await init(new Uint8Array([1, 2, 3])).then(() => undefined, (error) => error.name);
    await init(new URL('khorgos_wasm_bg.wasm', location.href));
    document.body.append(document.createElement('khorgos-map'));`;
  const { page, problems, close } = await site.open('made-up.html', withScript(script));
  await page.locator('khorgos-map').waitFor();
  assert.ok((await colours(await drawn(page))) > 50);
  assert.equal(await page.evaluate(() => failed), 'CompileError');
  assert.deepEqual(problems, []);
  await close();
});
