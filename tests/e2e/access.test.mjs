// Checkers find nothing against the map: in every dress, width and direction, with each part open that a reader can open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaints, prepare } from './checkers.mjs';
import { click, drawn, openGround, settled } from './element.mjs';
import { PHONE, start } from './harness.mjs';

let site;
before(async () => {
  site = await start({ csp: true });
});
after(() => site.close());

const WIDE = { viewport: { width: 1200, height: 750 } };

/** What a reader opens, one after the other, each by a press on what is there. */
const STATES = {
  'as it comes': async () => {},
  'a country': async (map) => {
    const at = await openGround(map, 'KAZ');
    await map.page().mouse.click(at.x, at.y);
    await map.locator('.panel').waitFor();
  },
  'a lens': async (map) => {
    await map.page().keyboard.press('Escape');
    await click(map.getByRole('button', { name: 'China', exact: true }).first());
    await settled(map);
  },
  'the layers': async (map) => {
    await map.page().keyboard.press('Escape');
    await click(map.locator('[aria-controls=layers]'));
  },
  'about the map': async (map) => {
    await map.page().keyboard.press('Escape');
    await click(map.locator('[aria-controls=about]'));
  },
  'the story': async (map) => {
    await map.page().keyboard.press('Escape');
    await click(map.locator('.story-opener'));
    await settled(map);
  },
};
