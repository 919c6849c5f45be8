// Everything is worked out on a whole-number grid of thousandths of a degree, the
// precision the source layers come in. Equal places are then equal numbers, so that
// borders which are shared in the sources stay shared through every step.

export const STEP = 1000;

export const snap = ([x, y]) => [Math.round(x * STEP), Math.round(y * STEP)];
export const degrees = ([x, y]) => [x / STEP, y / STEP];

/** A place as one number: usable as a key of Map and Set, and sortable. */
export const key = ([x, y]) => (x + 200 * STEP) * 400 * STEP + (y + 100 * STEP);
export const place = (k) => [Math.floor(k / (400 * STEP)) - 200 * STEP, (k % (400 * STEP)) - 100 * STEP];

/** A ring without its closing point and without repeated points. */
export function openRing(points) {
  const out = [];
  for (const p of points) {
    const last = out[out.length - 1];
    if (!last || last[0] !== p[0] || last[1] !== p[1]) out.push(p);
  }
  while (out.length > 1 && key(out[0]) === key(out[out.length - 1])) out.pop();
  return out;
}

/** The open grid rings of a GeoJSON polygon geometry, holes among them (they run clockwise); `place` puts a point on the grid. */
export function ringsOf(geometry, place = snap) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => openRing(ring.map((p) => place(p)))).filter((ring) => ring.length > 2);
}

/** The grid lines of a GeoJSON line geometry. */
export function linesOf(geometry, place = snap) {
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  return lines.map((line) => withoutRepeats(line.map((p) => place(p)))).filter((line) => line.length > 1);
}

function withoutRepeats(line) {
  return line.filter((p, i) => i === 0 || key(p) !== key(line[i - 1]));
}

export function signedArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]);
  }
  return sum / 2;
}

export function inside([x, y], ring) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
