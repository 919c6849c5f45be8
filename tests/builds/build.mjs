// Packs dist/ as npm does, installs the tarball beside the bundlers, and builds every sample page of this folder into target/builds/.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const out = path.join(root, 'target/builds');
const installed = path.join(here, 'node_modules/khorgos');
const webpack = createRequire(import.meta.url)('webpack');

const run = (command, ...words) => execFileSync(command, words, { cwd: here, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const [{ filename }] = JSON.parse(run('npm', 'pack', '--json', '--pack-destination', out, path.join(root, 'dist')));
run('npm', 'install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', path.join(out, filename));

const source = (name) => path.join(here, name);
const built = (name) => path.join(out, name);
/** The page and script that every bundler without a framework is given. */
const BUNDLED = source('bundled');
const page = (name) => cp(path.join(BUNDLED, 'index.html'), path.join(built(name), 'index.html'));

/** What a bundler that leaves `new URL(…, import.meta.url)` alone needs beside its output: the package's modules and data. */
async function besideBundle(name) {
  for (const file of await readdir(installed)) {
    if (file === 'assets' || file.endsWith('.wasm')) await cp(path.join(installed, file), path.join(built(name), file), { recursive: true });
  }
}

const SAMPLES = {
  async plain() {
    await cp(source('plain'), built('plain'), { recursive: true });
    await cp(installed, path.join(built('plain'), 'khorgos'), { recursive: true });
  },
  async esbuild() {
    await esbuild({ entryPoints: [path.join(BUNDLED, 'main.js')], outdir: built('esbuild'), bundle: true, splitting: true, format: 'esm', minify: true, logLevel: 'warning' });
    await page('esbuild');
    await besideBundle('esbuild');
  },
  async rollup() {
    const bundle = await rollup({ input: path.join(BUNDLED, 'main.js'), plugins: [nodeResolve()] });
    await bundle.write({ dir: built('rollup'), format: 'es' });
    await page('rollup');
    await besideBundle('rollup');
  },
  async webpack() {
    const stats = await new Promise((resolve, reject) => {
      webpack(
        { mode: 'production', context: BUNDLED, entry: './main.js', output: { path: built('webpack'), filename: 'main.js', module: true, publicPath: 'auto' }, experiments: { outputModule: true }, performance: { hints: false } },
        (error, stats) => (error ? reject(error) : resolve(stats)),
      );
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ all: false, errors: true, warnings: true }));
    await page('webpack');
  },
  vite: () => withVite('vite', BUNDLED),
  react: () => withVite('react', source('react')),
  vue: () => withVite('vue', source('vue'), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('khorgos-') } } })),
  svelte: () => withVite('svelte', source('svelte'), svelte()),
};

async function withVite(name, folder, ...plugins) {
  await vite({ root: folder, configFile: false, base: './', plugins, logLevel: 'warn', build: { outDir: built(name), emptyOutDir: true } });
}

for (const [name, build] of Object.entries(SAMPLES)) {
  const began = Date.now();
  await build();
  console.log(`${name}: built in ${Date.now() - began} ms`);
}
