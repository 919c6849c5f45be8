// Lakes as areas, rivers as lines, and points at which the larger waters are named.

import { readFileSync } from "node:fs";
import { partsWithout, ringsWithout } from "./clip.mjs";
import { Edges } from "./edges.mjs";
import { area, line, point } from "./features.mjs";
import { linesOf, ringsOf, signedArea } from "./grid.mjs";
import { onMiddle, REGION } from "./source.mjs";

const table = (name) => JSON.parse(readFileSync(new URL(`tables/${name}.json`, import.meta.url), "utf8"));
const NAMES = table("waters");
const RIVERS = table("rivers");

// A lake on the side of the region is cut there in the finer layer: the coarser one has it whole.
const isCut = (ring) => ring.some(([x, y]) => x === REGION[0] || x === REGION[2] || y === REGION[1] || y === REGION[3]);
const isInside = (rings) => ringsWithout(rings, REGION).length === 0;

export function lakes(source) {
  const near = source.layer("water_10m_region")
    .filter(({ properties: p }) => p.kind !== "historic")
    .map((f) => ({ p: f.properties, rings: ringsOf(f.geometry) }))
    .filter(({ p, rings }) => keeps(p, rings) && !rings.some(isCut));
  const far = source.layer("lakes_50m_eurasia")
    .map((f) => ({ p: f.properties, rings: ringsOf(f.geometry, onMiddle) }))
    .filter(({ rings }) => !isInside(rings));
  return [...near, ...far].map(lake).sort((a, b) => a.properties.rank - b.properties.rank || compare(a, b));
}

const compare = (a, b) => {
  const [x, y] = [a, b].map((f) => `${f.properties.name ?? "~"} ${JSON.stringify(f.geometry.coordinates)}`);
  return x < y ? -1 : x > y ? 1 : 0;
};

// Small lakes are left out, save those that the table names.
const keeps = (p, [outer]) => p.scalerank <= 4 || Math.abs(signedArea(outer)) > 60000 || p.name in NAMES;

function lake({ p, rings }) {
  const named = NAMES[p.name];
  const properties = {
    ...((named?.name ?? p.name) && { name: named?.name ?? p.name }),
    ...(named?.names && { names: named.names }),
    rank: p.scalerank,
  };
  return area(undefined, properties, Edges.ofRings(rings).polygons());
}

export function rivers(source) {
  const near = source.layer("rivers_10m_region")
    .filter(({ properties: p }) => NEAR.has(p.name))
    .map((f) => ({ p: f.properties, parts: linesOf(f.geometry) }));
  const far = source.layer("rivers_50m_eurasia")
    .filter(({ properties: p }) => FAR.has(p.name))
    .map((f) => ({ p: f.properties, parts: linesOf(f.geometry, onMiddle).flatMap((l) => partsWithout(l, REGION)) }));
  return gather([...near, ...far].filter(({ parts }) => parts.length > 0));
}

const listed = (names) => new Set(names.split(", "));
const NEAR = listed("Aksu, Al Furat, Amu Darya, Aras, Biya, Don, Dicle, Ertis, Ertix, Esil, Euphrates, Firat, Harirud, Helmand, Huang, " +
  "Ile, Indus, Irtysh, Ishim, Jinsha, Kama, Katun, Künes, Kura, Lancang, Naryn, Nu, Ob, Panj, Pamir, Qarqan, Shiquan, Syr Darya, Tarim, " +
  "Tigris, Tobol, Tongtian, Toxkan, Tuotuo, Ural, Volga, Yarkant, Yenisey, Verkhniy Yenisey, Yurungkax, Zarafshon");
const FAR = listed("Amur, Brahmaputra, Chang Jiang, Danube, Dihang, Dnieper, Don, Euphrates, Ganges, Huang, Indus, Irtysh, Jinsha, Lancang, " +
  "Lena, Maquan, Mekong, Nile, Ob, Shiquan, Tigris, Tongtian, Volga, Yangtze, Yarlung, Yenisey");

/** One feature a river. */
function gather(list) {
  const by = new Map();
  for (const { p, parts } of list) {
    const name = p.name || undefined;
    const id = `${p.scalerank} ${name ?? ""}`;
    const river = by.get(id) ?? { name, rank: p.scalerank, parts: [] };
    river.parts.push(...parts);
    by.set(id, river);
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, rank, parts }]) => line(undefined, { ...(name && { name }), ...(RIVERS[name] && { names: RIVERS[name] }), rank }, parts));
}

export const waters = () =>
  Object.values(NAMES).map(({ name, names, at, rank }) => point(undefined, { name, names, rank }, at));
