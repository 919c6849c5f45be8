// An area as the set of its directed edges, the area lying on the left. Two areas are
// joined by pooling their edges: an edge and its opposite cancel, and what remains is the outline.

import { inside, key, place, signedArea } from "./grid.mjs";

export class Edges {
  #out = new Map();

  static ofRings(rings) {
    const edges = new Edges();
    for (const ring of rings) edges.addRing(ring);
    return edges;
  }

  addRing(ring) {
    for (let i = 0; i < ring.length; i++) this.add(key(ring[i]), key(ring[(i + 1) % ring.length]));
  }

  // Counted, because a ring cut at a box may run along its side more than once.
  add(from, to) {
    if (from === to || this.delete(to, from)) return;
    if (!this.#out.has(from)) this.#out.set(from, new Map());
    const ends = this.#out.get(from);
    ends.set(to, (ends.get(to) ?? 0) + 1);
  }

  has(from, to) {
    return this.#out.get(from)?.has(to) ?? false;
  }

  delete(from, to) {
    const ends = this.#out.get(from);
    const count = ends?.get(to);
    if (!count) return false;
    if (count > 1) ends.set(to, count - 1);
    else ends.delete(to);
    if (ends.size === 0) this.#out.delete(from);
    return true;
  }

  join(other) {
    for (const [from, to] of other) this.add(from, to);
    return this;
  }

  *[Symbol.iterator]() {
    for (const [from, ends] of this.#out) {
      for (const [to, count] of ends) for (let i = 0; i < count; i++) yield [from, to];
    }
  }

  /** The outline as open rings; where rings touch in a point, each is kept simple. */
  rings() {
    const left = new Map();
    for (const [from, to] of this) left.set(from, [...(left.get(from) ?? []), to]);
    for (const ends of left.values()) ends.sort((a, b) => a - b);
    const rings = [];
    for (const start of [...left.keys()].sort((a, b) => a - b)) {
      while (left.has(start)) rings.push(trace(left, start));
    }
    return rings;
  }

  /** The outline as polygons: [outer ring, …holes]. */
  polygons() {
    const rings = this.rings();
    const outer = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
    for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
      const around = outer
        .filter(([ring]) => holds(ring, hole))
        .sort((a, b) => signedArea(a[0]) - signedArea(b[0]))[0];
      if (around) around.push(hole);
    }
    return outer;
  }
}

function trace(left, start) {
  const ring = [];
  let previous = null;
  let at = start;
  do {
    const ends = left.get(at);
    const next = ends.length === 1 ? ends[0] : sharpestLeft(previous, at, ends);
    ends.splice(ends.indexOf(next), 1);
    if (ends.length === 0) left.delete(at);
    ring.push(place(at));
    previous = at;
    at = next;
  } while (at !== start);
  return ring;
}

function sharpestLeft(previous, at, ends) {
  if (previous === null) return ends[0];
  const [x, y] = place(at);
  const angle = (k) => Math.atan2(place(k)[1] - y, place(k)[0] - x);
  const back = angle(previous);
  const sweep = (k) => (back - angle(k) + 4 * Math.PI) % (2 * Math.PI);
  return ends.reduce((best, k) => (sweep(k) < sweep(best) ? k : best));
}

// A hole may touch its outer ring in corners, so the middles of its edges are asked.
function holds(ring, hole) {
  const [a, b] = [hole[0], hole[1]];
  return inside([(a[0] + b[0]) / 2 + 1e-3, (a[1] + b[1]) / 2 + 1e-3], ring);
}
