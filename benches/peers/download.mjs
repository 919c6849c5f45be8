import path from 'node:path';
import { packedBytes, packedTexts } from './brotli.mjs';

const SHIPPED = ['dist/assets/briefs/kazakhstan.json', 'dist/assets/map/base.bin', 'dist/assets/map/osm.bin'];

/**
 * What a page loads for each engine, bytes after brotli: { code, a, b }, the latter two with the data of works (a) and (b).
 * `folders`: where dist/ and bundles/ lie; `documents`: texts of the two works.
 */
export async function downloads(engines, folders, { a, b }) {
  const file = (name) => path.join(folders[name.split('/')[0]], ...name.split('/').slice(1));
  const sizes = await Promise.all(
    engines.map(async ({ id, files, isOurs }) => {
      const code = await packedBytes(files.map(file));
      const [own, world] = await Promise.all([
        isOurs ? packedBytes(SHIPPED.map(file)) : packedTexts([a.map, a.flows]),
        packedTexts([b.map, isOurs ? b.brief : b.flows]),
      ]);
      return [id, { code, a: code + own, b: code + world }];
    }),
  );
  return Object.fromEntries(sizes);
}
