// The faces into which lines divide an area.

import { edgesOf } from "./chains.mjs";
import { place, signedArea } from "./grid.mjs";

/** Rings, each with its face on the left; those that run clockwise are the rims of enclaves. */
export function facesOf(outline, lines) {
  const next = new Map();
  const add = (a, b) => next.set(a, (next.get(a) ?? new Set()).add(b));
  for (const [a, b] of outline) add(a, b);
  const own = edgesOf(lines).filter(([a, b]) => !outline.has(a, b) && !outline.has(b, a));
  for (const [a, b] of withoutLooseEnds(own, outline)) {
    add(a, b);
    add(b, a);
  }
  const faces = [];
  for (const start of [...next.keys()].sort((a, b) => a - b)) {
    while (next.get(start).size > 0) {
      const ring = walk(next, start);
      if (ring.length > 2 && signedArea(ring) !== 0) faces.push(ring);
    }
  }
  return faces;
}

function walk(next, start) {
  const ring = [];
  let [at, previous] = [start, null];
  do {
    const ends = [...next.get(at)].sort((a, b) => a - b);
    const to = previous === null ? ends[0] : leftmost(ends, at, previous);
    next.get(at).delete(to);
    ring.push(place(at));
    [previous, at] = [at, to];
  } while (at !== start);
  return ring;
}

function leftmost(ends, at, previous) {
  const [x, y] = place(at);
  const angle = (k) => Math.atan2(place(k)[1] - y, place(k)[0] - x);
  const sweep = (k) => (k === previous ? 2 * Math.PI : (angle(previous) - angle(k) + 4 * Math.PI) % (2 * Math.PI));
  return ends.reduce((best, k) => (sweep(k) < sweep(best) ? k : best));
}

function withoutLooseEnds(edges, outline) {
  const fixed = new Set([...outline].flat());
  let list = edges;
  for (;;) {
    const degree = new Map();
    for (const k of list.flat()) degree.set(k, (degree.get(k) ?? 0) + 1);
    const kept = list.filter((e) => e.every((k) => fixed.has(k) || degree.get(k) > 1));
    if (kept.length === list.length) return kept;
    list = kept;
  }
}
