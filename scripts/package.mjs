// What makes dist/ a package that npm can pack: package.json, the page that a registry shows, and hashes of the scripts. Nothing runs
// when it is installed.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const alone = (names) => Object.fromEntries(names.map((name) => [`./${name}`, `./${name}`]));

/** Writes them into `dist`. Name, version, description and licence are the crate's. */
export async function writePackage(root, dist) {
  const cargo = await readFile(path.join(root, 'Cargo.toml'), 'utf8');
  const [section] = cargo.split(/^\[(?!package\])/m);
  const field = (name) => section.match(new RegExp(`^${name} *= *"(.*)"$`, 'm'))[1];
  const element = { types: './khorgos.d.ts', default: './khorgos.js' };
  const about = {
    name: field('name'),
    version: field('version'),
    description: field('description'),
    keywords: ['map', 'flow map', 'web component', 'custom element', 'canvas', 'webassembly', 'accessibility'],
    license: field('license'),
    type: 'module',
    exports: {
      '.': element,
      './khorgos.js': element,
      // One script with all in it, and what frames are made of.
      './khorgos.single.js': { types: './khorgos.d.ts', default: './khorgos.single.js' },
      ...alone(['khorgos.single.html', 'embed.html', 'khorgos-embed.js', 'khorgos-embed.css', 'custom-elements.json', 'integrity.json', 'package.json']),
      ...alone(['assets/*', '*.wasm']),
      // What templates know of the element; nothing to run.
      ...Object.fromEntries(['react', 'vue', 'svelte'].map((name) => [`./${name}`, { types: `./types/${name}.d.ts` }])),
    },
    types: './khorgos.d.ts',
    customElements: './custom-elements.json',
    // The element is defined by being imported.
    sideEffects: ['./khorgos.js', './khorgos.single.js', './khorgos-embed.js', './embed.js', './site.js', './studio.js'],
  };
  await writeFile(path.join(dist, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  // What lies in www/ there is beside it here.
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  await writeFile(path.join(dist, 'README.md'), readme.replaceAll('](www/', ']('));
  await writeFile(path.join(dist, 'integrity.json'), `${JSON.stringify({ integrity: await hashes(dist) }, null, 2)}\n`);
}

/** Of every script, as the member `integrity` of an import map has them. */
async function hashes(dist) {
  const scripts = (await readdir(dist)).filter((name) => name.endsWith('.js')).sort();
  const hashed = scripts.map(async (name) => [`./${name}`, `sha384-${createHash('sha384').update(await readFile(path.join(dist, name))).digest('base64')}`]);
  return Object.fromEntries(await Promise.all(hashed));
}
