// The source layers, read once each.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { snap, STEP } from "./grid.mjs";

/** The region has the 1:10m layers, Eurasia the 1:50m ones, the rest of the world 1:110m. */
export const REGION = [40000, 30000, 100000, 60000];
export const EURASIA = [-25000, 0, 180000, 82000];

/** The coarser layers do with fewer steps of the grid: about one and about two kilometres. */
const every = (steps) => ([x, y]) => [x, y].map((v) => Math.round((v * STEP) / steps) * steps);
const onMiddleGrid = every(10);
export const onCoarseGrid = every(20);

// Next to the region its borders have to meet those of the finer layer, so there the points stay.
const [w, s, e, n] = REGION;
const MARGIN = 500;
const nextToRegion = ([x, y]) => x > w - MARGIN && x < e + MARGIN && y > s - MARGIN && y < n + MARGIN;
export const onMiddle = (p) => (nextToRegion(snap(p)) ? snap(p) : onMiddleGrid(p));

export function sourceIn(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return {
    layer: (name) => read(`${name}.geojson`).features,
    countryNames: () => read("country_names.json").names,
  };
}
