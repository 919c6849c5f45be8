// When a map is loaded: as a reader comes near it, and not before, unless the page or a script wants it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { colours, drawn, framesShown } from './element.mjs';
import { start } from './harness.mjs';

let site, page, problems, closePage, asked;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

/** A page in which the map stands below so many windows of text. */
async function open(attributes = '', windows = 5) {
  asked = [];
  ({ page, problems, close: closePage } = await site.open('made-up.html', {
    viewport: { width: 1000, height: 700 },
    prepare: async (page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
      await page.route('**/made-up.css', (route) => route.fulfill({ contentType: 'text/css', body: `.before { block-size: ${windows * 100}vh } .gone { display: none }` }));
      await page.route('**/made-up.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><link rel="stylesheet" href="made-up.css"><script type="module" src="khorgos.js"></script><p class="before">Text.</p><khorgos-map ${attributes}></khorgos-map>`,
        }),
      );
    },
  }));
  await page.waitForFunction(() => customElements.get('khorgos-map'));
  await framesShown(page);
  await page.waitForLoadState('networkidle');
}
afterEach(async () => {
  assert.deepEqual(problems, []);
  await closePage();
});

const map = () => page.locator('khorgos-map');
const own = () => asked.filter((path) => !/^made-up|^icon/.test(path));

test('far below, nothing but the script is loaded; a reader who comes near has the map', async () => {
  await open();
  assert.deepEqual(own(), ['khorgos.js']);
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 700 * 3.5); // a window and a half above it
  await page.waitForResponse(/khorgos_wasm_bg\.wasm/);
  await drawn(page);
  assert.ok((await colours(map())) > 50);
});

test('an eager one is loaded wherever it is', async () => {
  await open('loading="eager"');
  await drawn(page);
  assert.ok(own().includes('khorgos_wasm_bg.wasm'));
});

test('it may become eager', async () => {
  await open();
  await map().evaluate((element) => (element.loading = 'eager'));
  await drawn(page);
});

test('who asks for its facts has them', async () => {
  await open();
  assert.match(await map().evaluate((element) => element.toCSV()), /^id,/);
});

test('one that is not shown is not loaded before it is', async () => {
  await open('class="gone"', 0);
  assert.deepEqual(own(), ['khorgos.js']);
  await map().evaluate((element) => element.classList.remove('gone'));
  await drawn(page);
});

test('paper has it', async () => {
  await open();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await drawn(page);
});
