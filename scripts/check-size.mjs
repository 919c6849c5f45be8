// What a reader downloads, compressed, against the limits in size-limits.json. They only go down: a part that has
// grown by more than 2 % fails, one that has shrunk by more is to have its limit lowered.
// usage: node scripts/check-size.mjs [--lower]   (after `make build`; --lower writes the limits down)
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';

const SLACK = 0.02;
const root = path.resolve(import.meta.dirname, '..');
const limitsFile = path.join(root, 'scripts/size-limits.json');

const PARTS = {
  // What every reader loads of the program.
  code: ['khorgos_wasm_bg.wasm', 'khorgos.js', 'khorgos_more.js'],
  // What is loaded when a reader or a script first takes something away.
  takeaway: ['khorgos_takeaway_bg.wasm', 'khorgos_takeaway.js'],
  // What is loaded for a map of the page's own.
  reader: ['khorgos_reader_bg.wasm', 'khorgos_reader.js'],
  // What is loaded for search, list and table, settings, for a state in the page's address, and to ask what is meant.
  desk: ['khorgos_desk.js', 'khorgos_state.js', 'khorgos_chooser.js'],
  // What is loaded to save and share.
  share: ['khorgos_share.js'],
  // What is loaded where the engine cannot run.
  bare: ['khorgos_bare.js'],
  // What a map in a frame has beside the element, on its page and on the one around it.
  embed: ['embed.html', 'embed.js', 'khorgos-embed.js', 'khorgos-embed.css'],
  // What the studio has beside the element.
  studio: ['studio.html', 'studio.js'],
  // What the site's page has beside the element.
  site: ['index.html', 'site.js'],
  // All that the element loads for the brief that ships with it.
  everything: [
    'khorgos_wasm_bg.wasm',
    'khorgos.js',
    'khorgos_more.js',
    'assets/briefs/kazakhstan.json',
    'assets/map/base.bin',
    'assets/map/osm.bin',
  ],
};

const { constants: brotli } = zlib;
const compressed = (bytes) =>
  zlib.brotliCompressSync(bytes, {
    params: { [brotli.BROTLI_PARAM_QUALITY]: brotli.BROTLI_MAX_QUALITY, [brotli.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const sizes = new Map();
for (const file of new Set(Object.values(PARTS).flat())) {
  sizes.set(file, compressed(await readFile(path.join(root, 'dist', file))));
}
const limits = JSON.parse(await readFile(limitsFile, 'utf8'));
const lower = process.argv.includes('--lower');
for (const [part, files] of Object.entries(PARTS)) {
  const size = files.reduce((sum, file) => sum + sizes.get(file), 0);
  const limit = limits[part];
  const line = `${part}: ${size} bytes of brotli, limit ${limit}`;
  if (size > limit * (1 + SLACK)) {
    console.error(`${line}: too large; find what grew (README, “What it weighs”)`);
    process.exitCode = 1;
  } else if (size < limit && lower) {
    limits[part] = size;
    console.log(`${line}, lowered to ${size}`);
  } else if (size < limit * (1 - SLACK)) {
    console.log(`${line}: lower it to ${size} (node scripts/check-size.mjs --lower)`);
  } else {
    console.log(line);
  }
}
if (lower) await writeFile(limitsFile, `${JSON.stringify(limits, null, 2)}\n`);
