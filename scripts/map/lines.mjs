// Pipelines, railways and sea legs, each running the way its cargo does.

import { line } from "./features.mjs";
import { linesOf } from "./grid.mjs";
import { thin } from "./thin.mjs";

/** Routes traced from OpenStreetMap: their licence keeps them in a file of their own. */
const fromOpenStreetMap = (p) => p.geometry_licence.startsWith("ODbL");

// Drawn in the source against the flow: Samara last, Belek last, Baku last.
const AGAINST_THE_FLOW = new Set(["P0649", "P0745", "P0764"]);
// Sections of one trunk that are listed in the source in the wrong order, last first.
const LAST_FIRST = new Set(["P2291"]);
// Kazakhstan–China sections end up to three kilometres apart; each is led to the start of the next.
const JOINS = [["P5198", "P5197"], ["P5197", "P5203"], ["P0648", "P0888"]];

const CARRIES = { oil: "crude_oil", gas: "gas", rail: "rail", sea: "sea", gas_pipeline: "gas" };
const TOLERANCE = 8;

export function lines(source) {
  const pipelines = source.layer("pipelines_gem").map(({ properties: p, geometry }) => {
    let parts = linesOf(geometry).map((part) => thin(part, TOLERANCE));
    if (AGAINST_THE_FLOW.has(p.id)) parts = parts.map((part) => part.toReversed()).toReversed();
    if (LAST_FIRST.has(p.id)) parts.reverse();
    return { id: p.id, p, carries: p.fuel, osm: fromOpenStreetMap(p), parts };
  });
  join(pipelines);
  pipelines.push(karakoinAtasu(pipelines));
  const legs = source.layer("rail_schematic").map(({ properties: p, geometry }) => (
    { id: `rail:${p.id}`, p, carries: p.mode, osm: false, parts: linesOf(geometry) }));
  const all = [...pipelines, ...legs].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { base: all.filter((l) => !l.osm).map(feature), osm: all.filter((l) => l.osm).map(feature) };
}

function feature({ id, p, carries, parts }) {
  const properties = { name: p.name, carries: CARRIES[carries], status: p.status ?? "unknown" };
  if (p.quality === "schematic") properties.route = "schematic";
  return line(id, properties, parts);
}

function join(pipelines) {
  const by = new Map(pipelines.map((l) => [l.id, l]));
  for (const [before, after] of JOINS) by.get(before).parts[0].splice(-1, 1, by.get(after).parts[0][0]);
}

/**
 * Oil for China runs from the end of Kumkol–Karakoin to the start of Atasu–Alashankou through
 * the middle of Pavlodar–Shymkent, against that line's own direction.
 */
function karakoinAtasu(pipelines) {
  const by = new Map(pipelines.map((l) => [l.id, l]));
  const trunk = by.get("P5138");
  const from = by.get("P5203").parts[0].at(-1);
  const to = by.get("P0648").parts[0][0];
  const [track] = trunk.parts;
  const nearest = (p) => track.reduce((best, q, i) => (distance(p, q) < distance(p, track[best]) ? i : best), 0);
  const [a, b] = [nearest(to), nearest(from)];
  const middle = track.slice(a, b + 1).reverse();
  const part = [from, ...middle.slice(1, -1), to];
  return { ...trunk, id: "P5138-karakoin-atasu", p: { ...trunk.p, name: "Karakoin–Atasu" }, parts: [part] };
}

const distance = (p, q) => Math.hypot((p[0] - q[0]) * 0.67, p[1] - q[1]);
