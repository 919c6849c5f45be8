import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { briefOf } from './brief.mjs';
import { countriesAlone } from './countries.mjs';
import { seededFlows, withWidths } from './flows.mjs';
import { withoutInsideOut } from './mend.mjs';
import { nodesOf } from './nodes.mjs';

const SEED = 2022;
const WORLD = [-180, -50, 180, 72];

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const world = async (detail) => JSON.parse(await readFile(file(`../node_modules/world-atlas/countries-${detail}.json`), 'utf8'));
const ASSETS = file('../../../assets/');

const onWorld = (group, name, detail, count, more) => ({ id: `${group}-${detail}-${count}`, group, name, detail, count, rounds: 1, limit_ms: 25_000, ...more });

/**
 * What is drawn and measured, how often and how long at most for one engine. `isFull`: not only frames and memory, but also
 * zooms, hits and blocks. `maps`: how many of it stand on one page, each of `size`.
 */
export const WORKS = [
  { id: 'a', group: 'a', name: 'Kazakhstan brief on our own map', rounds: 2, isFull: true, limit_ms: 60_000 },
  onWorld('b', 'countries-50m, 12 flows', '50m', 12, { rounds: 3, isFull: true, limit_ms: 60_000 }),
  onWorld('c', 'countries-10m, 2,000 flows', '10m', 2000, { rounds: 2, isFull: true, limit_ms: 60_000 }),
  ...[10, 100, 1000, 10_000, 100_000].map((count) => onWorld('d', `countries-50m, ${count.toLocaleString('en')} flows`, '50m', count)),
  ...['110m', '50m', '10m'].map((detail) => onWorld('e', `countries-${detail}, 12 flows`, detail, 12)),
  onWorld('f', '20 maps on one page: countries-50m, 12 flows each', '50m', 12, { maps: 20, size: { width_px: 480, height_px: 300 } }),
];

/** A small one that every page draws first, so that its code is warm. */
export const WARM_UP = onWorld('warm', 'warm-up', '110m', 12);

/** The documents of a work as texts: { map, flows, brief }. Peers read the first two, ours the map and the brief, or `own` maps. */
export async function documentsOf(work) {
  if (work.group === 'a') return kazakhstan();
  const map = JSON.stringify(withoutInsideOut(await world(work.detail)));
  const nodes = await commonNodes();
  const flows = seededFlows(nodes, work.count, SEED);
  return { map, flows: JSON.stringify(flows), brief: JSON.stringify(briefOf(work.name, nodes, flows, WORLD)) };
}

/** Countries that each of the three maps has, where the middle one has them: flows are the same on all of them. */
async function commonNodes() {
  const [coarse, middle, fine] = (await Promise.all(['110m', '50m', '10m'].map(world))).map(nodesOf);
  const ids = [coarse, fine].map((nodes) => new Set(nodes.map(({ id }) => id)));
  return middle.filter(({ id }) => ids.every((known) => known.has(id)));
}

async function kazakhstan() {
  const [map, osm, brief] = await Promise.all(['map/base.topo.json', 'map/osm.topo.json', 'briefs/kazakhstan.json'].map((name) => readFile(ASSETS + name, 'utf8')));
  const { actors, flows, facts } = JSON.parse(brief);
  const fact = new Map(facts.map((fact) => [fact.id, fact]));
  const drawn = flows.map(({ from, to, fact: id }) => {
    const { value, qualifier } = fact.get(id);
    return { from, to, ends: [actors[from].anchor, actors[to].anchor], value: qualifier === 'rank' ? undefined : value };
  });
  return { map: JSON.stringify(countriesAlone(JSON.parse(map))), own: [map, osm], flows: JSON.stringify(withWidths(drawn)), brief };
}
