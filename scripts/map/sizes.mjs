// What each file weighs, plain and as a server would send it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
const MAPS = ["base.topo.json", "osm.topo.json"];

export function sizeTable(files, folder) {
  const sizes = [...files.keys()].map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, bytes.length, brotliCompressSync(bytes, options).length];
  });
  const maps = sizes.filter(([name]) => MAPS.includes(name));
  const total = ["both maps", ...[1, 2].map((i) => maps.reduce((sum, row) => sum + row[i], 0))];
  return [["file", "bytes", "brotli"], ...sizes, total]
    .map(([name, ...numbers]) => name.padEnd(20) + numbers.map((n) => String(n).padStart(10)).join(""))
    .join("\n");
}
