// Fewer points, the same topology: Visvalingam's triangles over the whole set of arcs, kept
// by how large they are on the ground and how closely the place is looked at.

import { presimplify } from "topojson-simplify";

const KM2_OF_DEGREE2 = 111.2 ** 2;

function groundArea([[ax, ay], [bx, by], [cx, cy]]) {
  return (Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2) * Math.cos((by * Math.PI) / 180) * KM2_OF_DEGREE2;
}

const within = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

/** Square kilometres below which a corner is not worth a point. */
const DETAIL = [
  { box: [78.5, 42.8, 83.5, 46], least: 0.03 },
  { box: [66.5, 36.3, 76.5, 41.5], least: 0.1 },
  { box: [46, 35, 97, 56], least: 0.5 },
  { box: [40, 30, 100, 60], least: 1.5 },
  { box: [20, 15, 130, 65], least: 50 },
  { box: [-25, 0, 180, 82], least: 130 },
];
const ELSEWHERE = 700;

const least = (p) => DETAIL.find(({ box }) => within(p, box))?.least ?? ELSEWHERE;

/** Other objects are drawn more coarsely than borders: so many times, and never finer than the floor. */
const COARSER = {
  countries: { times: 1, floor: 0 },
  disputed: { times: 1, floor: 0 },
  admin1: { times: 1, floor: 1 },
  lakes: { times: 3, floor: 4 },
  rivers: { times: 4, floor: 18 },
  lines: { times: 0, floor: 0 },
};

const leastFor = (name, p) => Math.max(COARSER[name].floor, COARSER[name].times * least(p));

export function simplify(topology) {
  const weighed = presimplify(topology, groundArea);
  const users = usersOf(topology);
  const arcs = weighed.arcs.map((arc, i) => {
    const ring = arc.length > 3 && arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];
    // A ring keeps its two heaviest corners whatever their size, or it would be no ring.
    const heaviest = ring ? arc.slice(1, -1).map((p) => p[2]).sort((a, b) => b - a)[1] : Infinity;
    const enough = (p) => Math.min(heaviest, ...users[i].map((name) => leastFor(name, p)));
    return arc
      .filter((p, j) => j === 0 || j === arc.length - 1 || p[2] >= enough(p))
      .map(([x, y]) => [x, y]);
  });
  return { ...topology, arcs };
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
