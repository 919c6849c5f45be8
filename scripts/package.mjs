// What makes dist/ a package that npm can pack: package.json, and the page that a registry shows. Nothing runs when it is installed.
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

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
    exports: { '.': element, './khorgos.js': element, './assets/*': './assets/*', './*.wasm': './*.wasm', './custom-elements.json': './custom-elements.json', './package.json': './package.json' },
    types: './khorgos.d.ts',
    customElements: './custom-elements.json',
    // The element is defined by being imported.
    sideEffects: ['./khorgos.js'],
  };
  await writeFile(path.join(dist, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  await cp(path.join(root, 'README.md'), path.join(dist, 'README.md'));
}
