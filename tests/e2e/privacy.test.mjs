// Nothing is kept, and nobody else is asked: after all of the map has been used.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clickCountry, openShare, openWide, settled, speak } from './element.mjs';
import { start } from './harness.mjs';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

test('no cookie, no storage, no database, no cache, no worker, and no request to another origin', async () => {
  const { page, problems, map, close } = await openWide(site);
  await clickCountry(page, map, 'KAZ');
  await page.keyboard.press('Escape');
  await map.getByRole('button', { name: 'Search', exact: true }).click();
  await map.getByRole('combobox').fill('Khorgos');
  await map.locator('.option').first().waitFor();
  await page.keyboard.press('Escape');
  await map.getByRole('button', { name: 'List and table' }).click();
  await map.locator('.items').first().waitFor();
  await page.keyboard.press('Escape');
  await map.getByRole('button', { name: 'Settings' }).click();
  await map.getByRole('radio', { name: 'Dark' }).click();
  await page.keyboard.press('Escape');
  await openShare(map);
  await Promise.all([page.waitForEvent('download'), map.getByRole('button', { name: 'CSV' }).click()]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await map.getByRole('button', { name: 'Story' }).click();
  await page.keyboard.press('n');
  await speak(map, 'ru');
  await settled(map);

  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    fragment: location.hash,
  }));
  assert.deepEqual(kept, { cookies: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0, fragment: '' });
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(problems, []);
  await close();
});
