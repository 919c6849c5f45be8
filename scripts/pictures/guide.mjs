// Photographs what the guide's pages show, into assets/pictures/guide-*.webp.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { approach, click, clickCountry, drawn, give, openShare, settled } from '../../tests/e2e/element.mjs';
import { start } from '../../tests/e2e/harness.mjs';

const VIEWPORT = { width: 1000, height: 640 };
const HUNZA = [74.7, 36.35];
const file = (name) => fileURLToPath(new URL(`../../assets/pictures/guide-${name}.webp`, import.meta.url));

const ARTICLE = `<body class="long"><div class="text"><h1>Between three powers</h1><p>Kazakhstan trades with all its neighbours, and with many that are far away. How much, and since when, the map says; each of its figures has a source.</p></div>
<khorgos-map></khorgos-map><div class="text"><p>Oil leaves the country by pipelines, most of them through Russia.</p></div>`;
const FULL = '<body class="full"><khorgos-map></khorgos-map>';
const WARM = `khorgos-map { --khorgos-font: Georgia, "DejaVu Serif", serif; --khorgos-paper: #fdf6ec; --khorgos-ink: #33261a; --khorgos-quiet: #5a4a3a; --khorgos-link: #7a3b12; --khorgos-line: #d8c4a8; }
khorgos-map::part(title) { border-block-end: 2px solid #7a3b12; }`;

/** What is done on the page before each picture is taken. */
const PICTURES = {
  embed: [ARTICLE, async ({ page }) => page.evaluate(() => scrollTo(0, 120))],
  brief: [FULL, async ({ map }) => give(map, 'brief', { version: 1, meta: { title: 'Trade', language: 'en' }, facts: [{ id: 'f1', subject: 'KAZ', value: '18,19' }], flows: [{ id: 'w1', from: 'KAZ', to: 'CHN' }] })],
  cite: [
    FULL,
    async ({ map }) => {
      await openShare(map);
      await map.getByRole('button', { name: 'BibTeX' }).click();
    },
  ],
  style: [FULL, async ({ page, map }) => clickCountry(page, map, 'KAZ')],
  worldviews: [
    FULL,
    async ({ page, map }) => {
      await approach(map, HUNZA, 3);
      await map.evaluate((element) => element.panBy(260, 120));
      await click(page, map, HUNZA);
    },
  ],
  privacy: [
    FULL,
    async ({ map }) => {
      await map.getByRole('button', { name: 'Settings' }).click();
      await map.getByRole('dialog', { name: 'Settings' }).waitFor();
    },
  ],
};

/** The browser makes a third of a PNG's bytes of it. */
async function asWebp(page, png) {
  const base64 = await page.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.86 })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  }, png.toString('base64'));
  return Buffer.from(base64, 'base64');
}

const { open, close } = await start();
for (const [name, [body, act]] of Object.entries(PICTURES)) {
  const opened = await open('made-up.html', {
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
    prepare: async (page) => {
      await page.route('**/made-up.css', (route) => route.fulfill({ contentType: 'text/css', body: name === 'style' ? WARM : '' }));
      await page.route('**/made-up.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"><link rel="stylesheet" href="made-up.css"><script type="module" src="khorgos.js"></script>${body}`,
        }),
      );
    },
  });
  const map = await drawn(opened.page);
  await act({ ...opened, map });
  await settled(map).catch(() => {}); // one shows what is wrong
  await writeFile(file(name), await asWebp(opened.page, await opened.page.screenshot()));
  await opened.close();
}
await close();
