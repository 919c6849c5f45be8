// Hashes in the page's import map: with them no script runs that was changed on its way, early or late.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn } from './element.mjs';
import { start } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const published = JSON.parse(await readFile(new URL('../../dist/integrity.json', import.meta.url), 'utf8'));

/** A page with the hashes, whose script of a name comes with a byte more. */
async function open(changed) {
  return site.open('made-up.html', {
    prepare: async (page) => {
      await page.route('**/made-up.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><link rel="icon" href="icon.svg"><script type="importmap">${JSON.stringify(published)}</script><script type="module" src="khorgos.js"></script><khorgos-map></khorgos-map>`,
        }),
      );
      if (changed) {
        await page.route(`**/${changed}`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()}\n` });
        });
      }
    },
  });
}

test('what is as it was published runs, also what is loaded later', async () => {
  const { page, problems, close } = await open();
  const map = await drawn(page);
  await map.getByRole('button', { name: 'Search', exact: true }).click();
  await map.getByRole('combobox').waitFor();
  assert.match(await map.evaluate((element) => element.toCSV()), /^id,/);
  assert.deepEqual(problems, []);
  await close();
});

test('a script that was changed does not run', async () => {
  const { page, problems, close } = await open('khorgos.js');
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(() => customElements.get('khorgos-map')), undefined);
  assert.match(problems.join('\n'), /integrity/);
  await close();
});

test('nor one that is loaded later, and the reader is told', async () => {
  const { page, close } = await open('khorgos_desk.js');
  const map = await drawn(page);
  await map.getByRole('button', { name: 'Search', exact: true }).click();
  await map.getByRole('alert').filter({ hasText: 'could not be opened' }).waitFor();
  await close();
});
