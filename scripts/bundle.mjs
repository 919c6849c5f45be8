// Puts dist/ together: the element and its module's JavaScript in one file, the JavaScript of the modules to take things
// away and to read maps in others, the modules next to them, the maps packed, and every page, picture and other data file
// as it is. Then says what each part weighs on the way to a reader.
import { build, transform } from 'esbuild';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { writePackage } from './package.mjs';
import { writeSingle } from './single.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const www = path.join(root, 'www');
const wasm = path.join(root, 'target/wasm');
const dist = path.join(root, 'dist');

const files = async (dir) =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();

await rm(dist, { recursive: true, force: true });
await mkdir(dist);

// The modules that scripts/build.sh makes, by the feature that they are compiled with.
const MODULES = { page: 'khorgos_wasm', takeaway: 'khorgos_takeaway', reading: 'khorgos_reader' };
const scriptOf = (feature) => path.join(wasm, feature, `${MODULES[feature]}.js`);
const fromWasmPack = {
  name: 'modules from wasm-pack',
  setup: (build) => {
    for (const feature of Object.keys(MODULES)) {
      build.onResolve({ filter: new RegExp(`^\\./${MODULES[feature]}\\.js$`) }, () => ({ path: scriptOf(feature) }));
    }
  },
};
// Scripts, by their names in dist/. Those but the first are loaded when they are asked for. Each is whole: what two of them
// have in common is little, and a request for it would take longer than having it twice.
const SCRIPTS = {
  khorgos: 'khorgos.js',
  khorgos_more: 'more/index.js',
  khorgos_chooser: 'chooser/index.js',
  [MODULES.takeaway]: 'takeaway/index.js',
  [MODULES.reading]: 'reading/index.js',
  khorgos_desk: 'desk/index.js',
  khorgos_state: 'state/index.js',
  khorgos_bare: 'bare/index.js',
  khorgos_share: 'share/index.js',
  embed: 'embed/index.js',
  studio: 'studio/index.js',
  site: 'site/index.js',
};
// For pages of other sites, as classic scripts.
const CLASSIC = { 'khorgos-embed': 'embed/host.js' };
const loadedLater = {
  name: 'scripts that are loaded later',
  setup: (build) =>
    build.onResolve({ filter: /\/index\.js$/ }, ({ path: wanted, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const script = path.relative(www, path.resolve(resolveDir, wanted));
      const [name] = Object.entries(SCRIPTS).find(([, entry]) => entry === script);
      return { path: `./${name}.js`, external: true };
    }),
};
// Style sheets become texts, for constructable sheets, without what only their readers need.
const styleText = {
  name: 'style sheets as texts',
  setup: (build) =>
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    }),
};
/** What esbuild does with every script. */
const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  charset: 'utf8', // as modules are always read
  drop: ['console'], // only wasm-bindgen's scripts use it, for what their callers here do right
  logLevel: 'warning',
};
const bundle = async (scripts, format) => {
  const { metafile } = await build({
    ...OPTIONS,
    // The .wasm files are found by import.meta.url, so the scripts stay beside them wherever those are put.
    entryPoints: Object.fromEntries(Object.entries(scripts).map(([name, entry]) => [name, path.join(www, entry)])),
    outdir: dist,
    format,
    plugins: [fromWasmPack, loadedLater, styleText],
    metafile: true,
  });
  return Object.keys(metafile.inputs);
};
const inputs = [...(await bundle(SCRIPTS, 'esm')), ...(await bundle(CLASSIC, 'iife'))];
for (const [feature, name] of Object.entries(MODULES)) {
  await cp(path.join(wasm, feature, `${name}_bg.wasm`), path.join(dist, `${name}_bg.wasm`));
}

// What the bundle took in does not have to be there a second time.
const bundled = new Set(inputs.map((input) => path.resolve(root, input)));
for (const file of await files(www)) {
  if (!bundled.has(file)) await cp(file, path.join(dist, path.relative(www, file)));
}
await cp(path.join(root, 'assets'), path.join(dist, 'assets'), { recursive: true });

// The maps that ship go packed, by the module that packs a page's own.
const reader = await import(scriptOf('reading'));
reader.initSync({ module: await readFile(path.join(dist, `${MODULES.reading}_bg.wasm`)) });
const maps = path.join(dist, 'assets/map');
for (const name of (await readdir(maps)).filter((name) => name.endsWith('.topo.json'))) {
  const map = new reader.MapReader([await readFile(path.join(maps, name))], []);
  const packed = map.pack(false);
  if (!packed) throw new Error(`${name}: ${JSON.stringify(map.problems())}`);
  await writeFile(path.join(maps, name.replace('.topo.json', '.bin')), packed);
  await rm(path.join(maps, name));
}
for (const name of await readdir(root)) {
  if (/LICENSE/.test(name)) await cp(path.join(root, name), path.join(dist, name));
}

await writeSingle({ root, dist, options: { ...OPTIONS, plugins: [fromWasmPack, styleText] } });
await writePackage(root, dist);

// Languages' names are loaded one at a time, so they are one row.
const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
const rows = new Map();
await Promise.all(
  (await files(dist)).map(async (file) => {
    const bytes = await readFile(file);
    const name = path.relative(dist, file).replace(/(names)\/[^/]+$/, '$1/*');
    const sizes = [bytes.length, (await gzip(bytes, { level: 9 })).length, (await brotli(bytes)).length];
    rows.set(name, (rows.get(name) ?? [0, 0, 0]).map((sum, i) => sum + sizes[i]));
  }),
);
const kilo = (n) => (n / 1000).toFixed(1).padStart(10);
console.log(`${'dist/ (kB)'.padEnd(40)}${['raw', 'gzip', 'brotli'].map((s) => s.padStart(10)).join('')}`);
for (const [name, sizes] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(name.padEnd(40) + sizes.map(kilo).join(''));
}
