// Builds the base map out of the source layers:
//   node build.mjs --data FOLDER --out FOLDER

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { complaints } from "./check.mjs";
import { sizeTable } from "./sizes.mjs";
import { sourceIn } from "./source.mjs";

const { values: { data, out } } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
if (!data || !out) {
  console.error("usage: node build.mjs --data FOLDER --out FOLDER");
  process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, "node_modules"))) execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
const { atlas } = await import("./atlas.mjs");

const { base, osm, names, unmatched } = atlas(sourceIn(data));

const files = new Map([["base.topo.json", base], ["osm.topo.json", osm]]);
for (const [language, table] of names) files.set(`names/${language}.json`, table);

rmSync(join(out, "names"), { recursive: true, force: true });
mkdirSync(join(out, "names"), { recursive: true });
for (const [name, content] of files) writeFileSync(join(out, name), `${JSON.stringify(content)}\n`);

const { facts, wrong } = complaints(base);
console.log(facts);
for (const { axis, at, t, owners } of unmatched) {
  const [lon, lat] = axis === 0 ? [at, t] : [t, at];
  console.log(`seam left open at ${lon / 1000}, ${lat / 1000}: ${owners}`);
}
console.log(sizeTable(files, out));
if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
