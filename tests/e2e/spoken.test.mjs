// What a screen reader says on four ways through the map, and on one in each of its other languages, kept line by line in
// tests/snapshots/spoken-*.txt. The reader is simulated in
// the real page; the keys are real. UPDATE_SNAPSHOTS=1 writes the transcripts anew: read them before they are kept.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { drawn, settled, speak } from './element.mjs';
import { start } from './harness.mjs';

const SNAPSHOTS = new URL('../snapshots/', import.meta.url);

let site, reader;
before(async () => {
  site = await start();
  const { outputFiles } = await build({
    stdin: { contents: "import { virtual } from '@guidepup/virtual-screen-reader/browser.js'; globalThis.simulated = virtual;", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    write: false,
  });
  reader = outputFiles[0].text;
});
after(() => site.close());

/** A page with the map, and a reader that has begun at the map's start. */
async function listening(lang) {
  // A strict policy lets no script in but the page's own; this one comes before it.
  const { page, problems, close } = await site.open('', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce', prepare: (page) => page.addInitScript(reader) });
  const map = await drawn(page);
  if (lang) await speak(map, lang);
  // The reader knows of no shadow trees: it is shown the inside of ours.
  await map.evaluate((element) => simulated.start({ container: element.shadowRoot.querySelector('.box') }));
  const lines = [];
  /** Presses a key as the reader's user does, and notes what is said then. */
  const press = async (key) => {
    await map.evaluate(() => simulated.clearSpokenPhraseLog());
    await page.keyboard.press(key);
    await settled(map);
    // The reader looks at the page anew after a change, and then speaks.
    const said = await map.evaluate(async () => {
      let said = [];
      for (let waits = 0; waits < 30 && !said.length; waits += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        said = await simulated.spokenPhraseLog();
      }
      return said;
    });
    lines.push(`[${key}]`, ...said.map((phrase) => phrase.replaceAll('\u00a0', ' ').replaceAll('\n', ' ')));
    return said.join('\n').replaceAll('\u00a0', ' ');
  };
  /** Reads on from where the reader is, without the keyboard. */
  const next = async () => {
    await map.evaluate(async () => {
      await simulated.clearSpokenPhraseLog();
      await simulated.next();
    });
    const [said = ''] = await map.evaluate(() => simulated.spokenPhraseLog());
    lines.push(said.replaceAll('\u00a0', ' '));
    return lines.at(-1);
  };
  /** Presses a key until something is said that begins so, or fails. */
  const until = async (key, wanted) => {
    for (let tries = 0; tries < 40; tries += 1) if ((await press(key)).includes(wanted)) return;
    assert.fail(`“${wanted}” is not heard:\n${lines.join('\n')}`);
  };
  const end = async () => {
    await map.evaluate(() => simulated.stop());
    assert.deepEqual(problems, []);
    await close();
  };
  return { lines, next, press, until, end };
}

async function agrees(name, lines) {
  const file = new URL(`spoken-${name}.txt`, SNAPSHOTS);
  const text = `${lines.join('\n')}\n`;
  if (process.env.UPDATE_SNAPSHOTS) await writeFile(file, text);
  assert.equal(text, await readFile(file, 'utf8').catch(() => ''), `tests/snapshots/spoken-${name}.txt; UPDATE_SNAPSHOTS=1 writes it anew`);
}

test('the trade with China is read, with its source', async () => {
  const { lines, next, press, until, end } = await listening();
  await press('Tab');
  await until(']', 'Kazakhstan to China, Trade in both directions, 18.19 billion US dollars, 2021, endnote 1.');
  await press('Enter');
  await until('Tab', 'Source 1');
  await press('Enter');
  const source = [await next(), await next(), await next()].join(' ');
  assert.match(source, /\(2022\)|\(2021\)/, 'author and year');
  assert.match(source, /endnote 1/);
  await agrees('trade', lines);
  await end();
});

test('Khorgos is found by the cursor', async () => {
  const { lines, press, until, end } = await listening();
  await press('Tab');
  await until(']', 'Khorgos Gateway, near the border of China and Kazakhstan.');
  await press('Shift+ArrowLeft');
  await press('Enter');
  await press('Escape');
  await press('Escape');
  await agrees('khorgos', lines);
  await end();
});

test('the lens is switched, and what it leaves is told', async () => {
  const { lines, press, until, end } = await listening();
  await until('Tab', 'radio');
  for (let times = 0; times < 3; times += 1) await press('ArrowRight');
  assert.ok(lines.some((line) => /Point of view: Russia\. In view: /.test(line)), lines.join('\n'));
  await agrees('lens', lines);
  await end();
});

test('the story is told step by step', async () => {
  const { lines, press, until, end } = await listening();
  await until('Tab', 'button, Story');
  await press('Enter');
  await press('n');
  await press('n');
  await press('p');
  await press('Escape');
  const steps = lines.filter((line) => /Step \d of/.test(line));
  assert.equal(steps.length, 4, lines.join('\n'));
  await agrees('story', lines);
  await end();
});

for (const lang of ['kk', 'ru', 'zh', 'fa']) {
  test(`the trade with China is read in ${lang}`, async () => {
    const { lines, press, until, end } = await listening(lang);
    const figure = { kk: '18,19', ru: '18,19', zh: '181.9', fa: '۱۸٫۱۹' }[lang];
    await press('Tab');
    await press(']');
    await until(']', figure);
    await press('Enter');
    for (let times = 0; times < 4; times += 1) await press('Tab');
    assert.ok(lines.length > 10, lines.join('\n'));
    await agrees(`trade-${lang}`, lines);
    await end();
  });
}
