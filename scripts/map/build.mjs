// Builds the base map out of the source layers:
//   node build.mjs --data FOLDER --out FOLDER

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { atlas } from "./atlas.mjs";
import { sizeTable } from "./sizes.mjs";
import { sourceIn } from "./source.mjs";

const { values: { data, out } } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
if (!data || !out) {
  console.error("usage: node build.mjs --data FOLDER --out FOLDER");
  process.exit(2);
}

const { base, osm, names, report } = atlas(sourceIn(data));

const files = new Map([["base.topo.json", base], ["osm.topo.json", osm]]);
for (const [language, table] of names) files.set(`names/${language}.json`, table);

rmSync(join(out, "names"), { recursive: true, force: true });
mkdirSync(join(out, "names"), { recursive: true });
for (const [name, content] of files) writeFileSync(join(out, name), `${JSON.stringify(content)}\n`);

for (const row of report) console.log(row);
console.log(sizeTable(files, out));
