// The whole element in one script, and in one page: for who can upload one file only, or opens it from a disk. Modules and data are in it,
// packed, and are handed over where they would be fetched.
import { build } from 'esbuild';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';

// What the script believes to be its own address: whatever it names beside itself has this scheme.
const INSIDE = 'khorgos:///';

const packed = async (file) => zlib.gzipSync(await readFile(file), { level: 9 }).toString('base64');

/** Everything in `dist` that the element may ask for, by its path there: the modules, and what element/shipped.js names. */
async function contents(root, dist) {
  const modules = (await readdir(dist)).filter((name) => name.endsWith('.wasm'));
  const shipped = await readFile(path.join(root, 'www/element/shipped.js'), 'utf8');
  const wanted = [...modules, ...Array.from(shipped.matchAll(/'\.\/(assets\/[^']+)'/g), ([, name]) => name)];
  return Object.fromEntries(await Promise.all(wanted.sort().map(async (name) => [name, await packed(path.join(dist, name))])));
}

/** What stands for `fetch` in the script. */
const handingOver = (files) => `
const files = ${JSON.stringify(files)};
const unpacked = (text) => new Blob([Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'));
export const fetch = async (address, options) => {
  const { href } = new URL(address.url ?? address, location.href);
  if (!href.startsWith('${INSIDE}')) return globalThis.fetch(address, options);
  const name = href.slice(${INSIDE.length});
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(unpacked(files[name]), { headers: { 'Content-Type': type } });
};
`;

/** Writes khorgos.single.js and khorgos.single.html into `dist`. `options`: esbuild's, as for the other scripts. */
export async function writeSingle({ root, dist, options }) {
  const files = { name: 'modules and data', setup: (build) => {
    build.onResolve({ filter: /^khorgos-files$/ }, () => ({ path: 'khorgos-files', namespace: 'inside' }));
    build.onLoad({ filter: /.*/, namespace: 'inside' }, async () => ({ contents: handingOver(await contents(root, dist)), loader: 'js' }));
  } };
  const { outputFiles } = await build({
    ...options,
    entryPoints: [path.join(root, 'www/khorgos.js')],
    write: false,
    format: 'esm',
    define: { 'import.meta.url': JSON.stringify(`${INSIDE}khorgos.js`) },
    inject: ['khorgos-files'],
    plugins: [files, ...options.plugins],
  });
  const script = outputFiles[0].text;
  await writeFile(path.join(dist, 'khorgos.single.js'), script);
  // Nothing in a script may look like its end.
  const inPage = script.replace(/export\s*\{[^}]*\};?\s*$/, '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const page = await readFile(path.join(root, 'scripts/single.html'), 'utf8');
  await writeFile(path.join(dist, 'khorgos.single.html'), page.replace('/* khorgos.single.js */', () => inPage));
}
