// Islands too small to see are left out, save that a country keeps its largest part.

import { degrees, signedArea } from "./grid.mjs";
import { REGION, EURASIA } from "./source.mjs";

const KM2_OF_STEP2 = 0.1112 ** 2;
function groundArea(ring) {
  const latitude = ring.reduce((sum, p) => sum + degrees(p)[1], 0) / ring.length;
  return Math.abs(signedArea(ring)) * KM2_OF_STEP2 * Math.cos((latitude * Math.PI) / 180);
}
const within = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

const least = (p) => (within(p, REGION) ? 15 : within(p, EURASIA) ? 300 : 1500);

/** Polygons of a country worth drawing; `shared` tells whether a ring borders on another country. */
export function worthDrawing(polygons, shared) {
  const largest = Math.max(...polygons.map(([outer]) => groundArea(outer)));
  return polygons.filter(([outer]) => {
    const size = groundArea(outer);
    return size === largest || size >= least(outer[0]) || shared(outer);
  });
}
