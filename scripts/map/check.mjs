// What must hold of a finished map: each arc parts at most two countries, no two borders
// or lines of claims cross, every claim is cut out of its country, every ring is a ring, and no border runs along the side of a box of the sources.

import { crossings } from "./crossings.mjs";
import { STEP } from "./grid.mjs";
import { EURASIA, REGION } from "./source.mjs";
import { sidesOf } from "./seam.mjs";

export function complaints(map) {
  const found = check(map);
  const wrong = [
    [found.crowded, "arcs part more than two countries"],
    [found.crossings, "borders cross"],
    [found.alongRegion, "km of border run along the side of the region"],
    [found.stray.length, `claims reach out of their country: ${found.stray}`],
    [found.short.length, `rings have too few corners: ${found.short}`],
  ].filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  const facts = `${found.countries} countries, ${found.arcs} arcs with ${found.points} points, of them ${found.borders} borders; ` +
    `${found.alongEurasia} km of coast along the sides of the 1:50m layer`;
  return { facts, wrong };
}

function check({ arcs, transform, objects }) {
  const lines = arcs.map((arc) => undelta(arc, transform.translate));
  const users = new Map();
  const short = [];
  for (const { id, type, arcs: parts } of objects.countries.geometries) {
    const polygons = type === "Polygon" ? [parts] : parts ?? [];
    if (polygons.length === 0) short.push(id);
    for (const ring of polygons.flat()) {
      if (ring.reduce((n, a) => n + lines[a < 0 ? ~a : a].length - 1, 0) < 3) short.push(id);
      for (const a of ring) users.set(a < 0 ? ~a : a, [...(users.get(a < 0 ? ~a : a) ?? []), id]);
    }
  }
  const claims = objects.claims.geometries.map(({ id, properties, type, arcs: parts }) =>
    ({ id, country: properties.country, arcs: (type === "Polygon" ? parts : parts.flat()).flat().map((a) => (a < 0 ? ~a : a)) }));
  const inner = claims.flatMap((c) => c.arcs).filter((i) => !users.has(i));
  const list = [...users];
  const outlines = list.map(([i]) => lines[i]);
  return {
    countries: objects.countries.geometries.length,
    arcs: list.length,
    points: outlines.reduce((n, line) => n + line.length, 0),
    borders: list.filter(([, ids]) => new Set(ids).size === 2).length,
    crowded: list.filter(([, ids]) => ids.length > 2).length,
    short,
    stray: claims.filter((c) => c.arcs.some((i) => users.has(i) && !users.get(i).includes(c.country))).map((c) => c.id),
    crossings: crossings([...outlines, ...[...new Set(inner)].map((i) => lines[i])]).length,
    alongRegion: along(outlines, REGION),
    alongEurasia: along(outlines, EURASIA),
  };
}

function undelta(arc, [west, south]) {
  let [x, y] = [west * STEP, south * STEP];
  return arc.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

/** Kilometres of border or coast along the sides of a box. */
function along(lines, box) {
  let steps = 0;
  for (const { axis, at, from, to } of sidesOf(box)) {
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1], line[i]];
        if (a[axis] !== at || b[axis] !== at) continue;
        const [low, high] = [a[1 - axis], b[1 - axis]].sort((p, q) => p - q);
        steps += Math.max(0, Math.min(high, to) - Math.max(low, from));
      }
    }
  }
  return Math.round((steps * 111.2) / STEP);
}
