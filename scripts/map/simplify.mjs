// Fewer points, the same topology: Visvalingam's triangles over the whole set of arcs, kept
// by how large they are on the ground and how closely the place is looked at.

import { presimplify } from "topojson-simplify";
import { crossings } from "./crossings.mjs";

const KM2_OF_DEGREE2 = 111.2 ** 2;

// Corners on the rim of the sheet, at the antimeridian and the poles, stay.
function groundArea([[ax, ay], [bx, by], [cx, cy]]) {
  if (Math.abs(bx) === 180 || Math.abs(by) === 90) return Infinity;
  return (Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2) * Math.cos((by * Math.PI) / 180) * KM2_OF_DEGREE2;
}

const within = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

/** Square kilometres below which a corner is not worth a point. */
const DETAIL = [
  { box: [78.5, 42.8, 83.5, 46], least: 0.03 },
  { box: [66.5, 36.3, 76.5, 41.5], least: 0.1 },
  { box: [46, 35, 97, 56], least: 0.5 },
  { box: [40, 30, 100, 60], least: 2.5 },
  { box: [27, 34, 48, 50], least: 15 },
  { box: [20, 15, 130, 65], least: 65 },
  { box: [-25, 0, 180, 82], least: 180 },
];
const ELSEWHERE = 700;

const least = (p) => DETAIL.find(({ box }) => within(p, box))?.least ?? ELSEWHERE;

/** Other objects are drawn more coarsely than borders: so many times, and never finer than the floor. */
const COARSER = {
  countries: { times: 1, floor: 0 },
  disputed: { times: 1, floor: 0 },
  claims: { times: 1, floor: 0 },
  claimed_regions: { times: 1, floor: 0 },
  admin1: { times: 1, floor: 1 },
  lakes: { times: 3, floor: 4 },
  rivers: { times: 4, floor: 20 },
  lines: { times: 0, floor: 0 },
};

const leastFor = (name, p) => Math.max(COARSER[name].floor, COARSER[name].times * least(p));

export function simplify(topology) {
  const weighed = presimplify(topology, groundArea);
  const users = usersOf(topology);
  const keep = (arc, i, finer) => {
    const enough = (p) => Math.min(...users[i].map((name) => leastFor(name, p))) / finer;
    return new Set([...arc.keys()].filter((j) => j === 0 || j === arc.length - 1 || arc[j][2] >= enough(arc[j])));
  };
  const finer = weighed.arcs.map(() => 1);
  for (;;) {
    const kept = weighed.arcs.map((arc, i) => keep(arc, i, finer[i]));
    keepRings(weighed, kept);
    const arcs = weighed.arcs.map((arc, i) => arc.filter((_, j) => kept[i].has(j)).map(([x, y]) => [x, y]));
    // Borders that came to cross each other get more of their corners back.
    const crossed = DIVISIONS.flatMap((names) =>
      crossings(arcs.map((arc, i) => (users[i].some((name) => names.has(name)) ? arc : []))).flat());
    const tangled = new Set(crossed.filter((i) => finer[i] < 1e6));
    if (tangled.size === 0) return { ...topology, arcs };
    for (const i of tangled) finer[i] *= 4;
  }
}

/** Countries are divided in two ways that know nothing of each other: a claim may run across a region. */
const DIVISIONS = [new Set(["countries", "admin1"]), new Set(["countries", "claims"])];

/** A ring, or the loop of a river, needs three corners: where fewer were left, its heaviest ones come back. */
function keepRings({ arcs, objects }, kept) {
  const loops = arcs.flatMap((arc, i) => (arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1] ? [[i]] : []));
  for (const ring of [...Object.values(objects).flatMap(ringsIn), ...loops]) {
    const own = ring.map((a) => (a < 0 ? ~a : a));
    const dropped = own
      .flatMap((i) => arcs[i].map((p, j) => ({ i, j, weight: p[2] })))
      .filter(({ i, j }) => !kept[i].has(j))
      .sort((a, b) => a.weight - b.weight);
    while (dropped.length > 0 && own.reduce((n, i) => n + kept[i].size - 1, 0) < 4) {
      const { i, j } = dropped.pop();
      kept[i].add(j);
    }
  }
}

function ringsIn({ geometries }) {
  return geometries.flatMap(({ type, arcs }) => (type === "Polygon" ? arcs : type === "MultiPolygon" ? arcs.flat() : []));
}

/** The names of the objects that use each arc. */
function usersOf(topology) {
  const users = topology.arcs.map(() => []);
  const visit = (arcs, name) => {
    for (const a of arcs) {
      if (Array.isArray(a)) visit(a, name);
      else if (!users[a < 0 ? ~a : a].includes(name)) users[a < 0 ? ~a : a].push(name);
    }
  };
  for (const [name, object] of Object.entries(topology.objects)) {
    for (const geometry of object.geometries) if (geometry.arcs) visit(geometry.arcs, name);
  }
  return users;
}
