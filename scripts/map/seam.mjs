// Layers of different scale meet along the sides of a box. A border reaches the side at
// slightly different places in the two layers; here the coarser one gives way to the finer,
// so that the border runs on without a jog and a country has no edge along the box.

import { signedArea } from "./grid.mjs";

/** The four sides of a box as cuts: coordinate `axis` equals `at`, from..to along it. */
export const sidesOf = ([w, s, e, n]) => [
  { axis: 0, at: w, from: s, to: n },
  { axis: 0, at: e, from: s, to: n },
  { axis: 1, at: s, from: w, to: e },
  { axis: 1, at: n, from: w, to: e },
];

const along = (side, p) => p[1 - side.axis];
const on = (side, p) => p[side.axis] === side.at && along(side, p) >= side.from && along(side, p) <= side.to;

/** Splits edges that run along a side at every vertex any layer has there. */
export function node(layers, sides) {
  for (const side of sides) {
    const stops = new Set();
    for (const rings of layers.flatMap((layer) => [...layer.values()])) {
      for (const p of rings.flat()) if (p[side.axis] === side.at) stops.add(along(side, p));
    }
    const sorted = [...stops].sort((a, b) => a - b);
    for (const layer of layers) {
      for (const [id, rings] of layer) layer.set(id, rings.map((ring) => nodeRing(ring, side, sorted)));
    }
  }
}

function nodeRing(ring, side, stops) {
  const out = [];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    out.push(a);
    if (a[side.axis] !== side.at || b[side.axis] !== side.at) continue;
    const [from, to] = [along(side, a), along(side, b)];
    const between = stops.filter((t) => t > Math.min(from, to) && t < Math.max(from, to));
    if (from > to) between.reverse();
    for (const t of between) out.push(side.axis === 0 ? [side.at, t] : [t, side.at]);
  }
  return out;
}

/** Places along the side where the owner changes, as { t, owners: "BEFORE|AFTER" }. */
function changes(layer, side) {
  const spans = [];
  for (const [id, rings] of layer) {
    for (const ring of rings) {
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length];
        if (a[side.axis] !== side.at || b[side.axis] !== side.at) return;
        const [from, to] = [a, b].map((p) => Math.min(Math.max(along(side, p), side.from), side.to));
        if (from !== to) spans.push({ id, from, to });
      });
    }
  }
  // Back and forth over the same stretch is no owner: count the directions.
  const stops = [...new Set(spans.flatMap((s) => [s.from, s.to]))].sort((a, b) => a - b);
  const owner = stops.slice(0, -1).map((t, i) => {
    const net = new Map();
    for (const s of spans) {
      const way = s.from <= t && s.to >= stops[i + 1] ? 1 : s.to <= t && s.from >= stops[i + 1] ? -1 : 0;
      if (way) net.set(s.id, (net.get(s.id) ?? 0) + way);
    }
    return [...net].filter(([, n]) => n !== 0).map(([id]) => id).sort().join("+");
  });
  return stops
    .map((t, i) => ({ t, owners: `${owner[i - 1] ?? ""}|${owner[i] ?? ""}` }))
    .filter(({ t, owners }) => t > side.from && t < side.to && new Set(owners.split("|")).size > 1);
}

/**
 * Moves the vertices of `coarse` on the sides to where `fine` has the same change of owner.
 * Returns what found no partner within the reach.
 */
export function weld(fine, coarse, sides, reach) {
  const unmatched = [];
  for (const side of sides) {
    const theirs = changes(fine, side);
    const moves = new Map();
    const free = new Set(theirs);
    const pairs = changes(coarse, side)
      .flatMap((ours) => theirs.filter((o) => o.owners === ours.owners).map((o) => ({ ours, o, d: Math.abs(o.t - ours.t) })))
      .filter(({ d }) => d <= reach)
      .sort((a, b) => a.d - b.d || a.ours.t - b.ours.t);
    for (const { ours, o } of pairs) {
      if (moves.has(ours.t) || !free.delete(o)) continue;
      moves.set(ours.t, o.t);
    }
    for (const c of free) dropIslet(fine, side, c);
    const theirsLeft = new Set(changes(fine, side).map((c) => c.t));
    unmatched.push(...[...free].filter((c) => theirsLeft.has(c.t)).map((c) => ({ ...side, ...c })));
    unmatched.push(...changes(coarse, side).filter((c) => !moves.has(c.t)).map((c) => ({ ...side, ...c })));
    for (const [id, rings] of coarse) {
      coarse.set(id, rings.map((ring) => ring.map((p) => {
        const t = on(side, p) ? moves.get(along(side, p)) : undefined;
        return t === undefined ? p : side.axis === 0 ? [side.at, t] : [t, side.at];
      })));
    }
  }
  return unmatched;
}

const ISLET = 250_000;

/** An islet of the finer layer that the side cuts and the coarser layer does not know is left out. */
function dropIslet(fine, side, { t, owners }) {
  const id = owners.replace("|", "");
  const isCut = (ring) => Math.abs(signedArea(ring)) < ISLET && ring.some((p) => on(side, p) && along(side, p) === t);
  if (fine.has(id)) fine.set(id, fine.get(id).filter((ring) => !isCut(ring)));
}
