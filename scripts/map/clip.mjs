// Cutting rings and lines along the edges of a box of longitudes and latitudes.

import { key, openRing } from "./grid.mjs";

/** Where the edge a-b meets the cut: the same answer whichever neighbour asks. */
function crossing(a, b, axis, at) {
  const [p, q] = a[axis] < b[axis] ? [a, b] : [b, a];
  const other = 1 - axis;
  const t = (at - p[axis]) / (q[axis] - p[axis]);
  const out = [0, 0];
  out[axis] = at;
  out[other] = Math.round(p[other] + t * (q[other] - p[other]));
  return out;
}

/** The part of the ring on one side of a cut; it may run back and forth along the cut. */
function halfOfRing(ring, axis, at, side) {
  const out = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const from = (ring[j][axis] - at) * side;
    const to = (ring[i][axis] - at) * side;
    if ((from < 0 && to > 0) || (from > 0 && to < 0)) out.push(crossing(ring[j], ring[i], axis, at));
    if (to >= 0) out.push(ring[i]);
  }
  return openRing(out);
}

const half = (rings, axis, at, side) =>
  rings.map((ring) => halfOfRing(ring, axis, at, side)).filter((ring) => ring.length > 1);

/** Rings of what lies in the box [west, south, east, north]. */
export function ringsWithin(rings, [w, s, e, n]) {
  return half(half(half(half(rings, 0, w, 1), 0, e, -1), 1, s, 1), 1, n, -1);
}

/** Rings of what lies outside the box, in four parts that meet along the lines of its sides. */
export function ringsWithout(rings, [w, s, e, n]) {
  const middle = half(half(rings, 0, w, 1), 0, e, -1);
  return [...half(rings, 0, w, -1), ...half(rings, 0, e, 1), ...half(middle, 1, s, -1), ...half(middle, 1, n, 1)];
}

const within = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

/** The parts of a line outside the box. */
export function partsWithout(line, box) {
  const parts = [];
  let part = [];
  const close = () => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  const cut = cutLine(line, box);
  for (let i = 1; i < cut.length; i++) {
    const middle = [(cut[i - 1][0] + cut[i][0]) / 2, (cut[i - 1][1] + cut[i][1]) / 2];
    if (!within(middle, box)) {
      if (part.length === 0) part.push(cut[i - 1]);
      part.push(cut[i]);
    } else close();
  }
  close();
  return parts;
}

function cutLine(line, [w, s, e, n]) {
  let out = line;
  for (const [axis, at] of [[0, w], [0, e], [1, s], [1, n]]) {
    const next = [out[0]];
    for (let i = 1; i < out.length; i++) {
      const [a, b] = [out[i - 1], out[i]];
      if ((a[axis] - at) * (b[axis] - at) < 0) next.push(crossing(a, b, axis, at));
      next.push(b);
    }
    out = next.filter((p, i) => i === 0 || key(p) !== key(next[i - 1]));
  }
  return out;
}
