// Lines drawn over each other made to meet in points: split where they cross, where one
// ends on another, and where they cross the outline that holds them.

import { inside, key, place } from "./grid.mjs";

const NEAR = 2;

/** Undirected edges [[key, key]…], split until none crosses or touches another inside. */
export function splitCrossings(edges) {
  let list = unique(edges);
  for (let round = 0; round < 20; round++) {
    const cuts = list.map(() => []);
    const segments = list.map(([a, b]) => [place(a), place(b)]);
    const points = new Map(segments.flat().map((p) => [key(p), p]));
    segments.forEach((s, i) => {
      for (const p of points.values()) if (touches(p, s)) cuts[i].push(p);
      for (let j = 0; j < i; j++) {
        const p = meeting(s, segments[j]);
        if (p) [i, j].forEach((k) => cuts[k].push(p));
      }
    });
    if (cuts.every((c) => c.length === 0)) return list;
    list = unique(list.flatMap((edge, i) => splitAt(segments[i], cuts[i])));
  }
  return list;
}

/** The parts of edges inside the outline; where they cross it they are led to a corner of it. */
export function keepInside(edges, outline, rings) {
  const walls = [...outline].map(([a, b]) => [place(a), place(b)]);
  const holds = (p) => rings.filter((ring) => inside(p, ring)).length % 2 === 1;
  const corner = new Set(walls.map(([a]) => key(a)));
  return unique(edges.flatMap(([a, b]) => {
    const segment = [place(a), place(b)];
    const stops = walls
      .map((wall) => ({ wall, p: meeting(segment, wall) }))
      .filter(({ p }) => p)
      .map(({ wall, p }) => (distance(p, wall[0]) < distance(p, wall[1]) ? wall[0] : wall[1]));
    const within = (k) => corner.has(k) || holds(place(k));
    return splitAt(segment, stops).filter((part) =>
      part.every(within) && (!part.every((k) => corner.has(k)) || holds(middle(part))));
  }));
}

const middle = ([a, b]) => [(place(a)[0] + place(b)[0]) / 2, (place(a)[1] + place(b)[1]) / 2];

const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]);

function unique(edges) {
  const by = new Map();
  for (const [a, b] of edges) if (a !== b) by.set(a < b ? `${a} ${b}` : `${b} ${a}`, a < b ? [a, b] : [b, a]);
  return [...by.values()];
}

function splitAt([a, b], points) {
  const order = [...points].sort((p, q) => distance(a, p) - distance(a, q));
  const stops = [a, ...order, b].map(key);
  return stops.slice(1).map((k, i) => [stops[i], k]);
}

function touches(p, [a, b]) {
  const length = distance(a, b);
  const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length;
  const off = Math.abs((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / length;
  return along > 0 && along < length && off <= NEAR && key(p) !== key(a) && key(p) !== key(b);
}

/** Where two segments cross inside both, on the grid. */
function meeting([a, b], [c, d]) {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return null;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return null;
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  if (side(a, b, c) * side(a, b, d) >= 0 || side(c, d, a) * side(c, d, b) >= 0) return null;
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) /
    ((b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]));
  return [Math.round(a[0] + t * (b[0] - a[0])), Math.round(a[1] + t * (b[1] - a[1]))];
}
