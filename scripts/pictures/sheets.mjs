// Puts the pictures of a size and language on contact sheets, eight on each, in target/pictures/sheets/.
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { start } from '../../tests/e2e/harness.mjs';

const PICTURES = path.resolve('target/pictures');
const ON_A_SHEET = 8;
const COLUMNS = { 1200: 2, 390: 4 };

await rm(`${PICTURES}/sheets`, { recursive: true, force: true });
await mkdir(`${PICTURES}/sheets`, { recursive: true });
const { open, close } = await start({ root: PICTURES });
const { page, close: shut } = await open();
let count = 0;
for (const source of ['native', 'browser']) {
  const names = (await readdir(`${PICTURES}/${source}`).catch(() => [])).filter((name) => name.endsWith('.png')).sort();
  const groupOf = (name) => name.split('-', 2).join('-');
  for (const group of new Set(names.map(groupOf))) {
    const members = names.filter((name) => groupOf(name) === group);
    const columns = COLUMNS[Number.parseInt(group, 10)];
    for (let first = 0; first < members.length; first += ON_A_SHEET) {
      const shown = members.slice(first, first + ON_A_SHEET);
      const sheet = `sheets/${source}-${group}-${first / ON_A_SHEET + 1}.png`;
      await photograph(shown.map((name) => `/${source}/${name}`), columns, sheet);
      count += 1;
    }
  }
}
await shut();
await close();
console.log(`${count} sheets in ${PICTURES}/sheets/`);

async function photograph(addresses, columns, file) {
  await page.setViewportSize({ width: 1640, height: 100 });
  await page.evaluate(
    async ([addresses, columns]) => {
      document.body.replaceChildren(
        ...addresses.map((address) => {
          const figure = document.createElement('figure');
          const image = Object.assign(new Image(), { src: address });
          const caption = document.createElement('figcaption');
          caption.append(address.split('/').at(-1).replace('.png', ''));
          figure.append(image, caption);
          figure.style.cssText = 'margin:0;font:13px sans-serif';
          image.style.cssText = 'display:block;width:100%;outline:1px solid #999';
          return figure;
        }),
      );
      document.body.style.cssText = `margin:0;padding:10px;display:grid;gap:10px;grid-template-columns:repeat(${columns},1fr);background:#fff`;
      await Promise.all([...document.images].map((image) => image.decode()));
    },
    [addresses, columns],
  );
  await page.screenshot({ path: path.join(PICTURES, file), fullPage: true });
}
