import { build } from 'esbuild';
import path from 'node:path';
import { ENGINES } from './engines.mjs';

const here = (name) => path.join(import.meta.dirname, name);

const OPTIONS = {
  bundle: true, format: 'esm', minify: true, target: 'es2022', legalComments: 'none', logLevel: 'warning',
  external: ['/dist/*'], define: { 'process.env.NODE_ENV': '"production"' },
};

/** Bundles every engine's driver with what it needs into `folder`. */
export async function bundleAll(folder) {
  const entries = ENGINES.map(({ id }) => ({ in: here(`engines/${id}.js`), out: id }));
  await build({ ...OPTIONS, entryPoints: entries, outdir: folder });
  await build({ ...OPTIONS, entryPoints: [here('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs')], outfile: path.join(folder, 'maplibre-worker.js') });
  const css = { leaflet: 'leaflet/dist/leaflet.css', maplibre: 'maplibre-gl/dist/maplibre-gl.css' };
  for (const [id, file] of Object.entries(css)) await build({ ...OPTIONS, external: ['*.png'], entryPoints: [here(`node_modules/${file}`)], outfile: path.join(folder, `${id}.css`) });
}
