/** How far a flow bends, as a share of its length. */
export const BEND = 0.2;
const STEPS = 16; // as smooth as the eye asks for at these lengths

/** The control point of a flow's curve between two points of the plane. */
export function control([ax, ay], [bx, by]) {
  return [(ax + bx) / 2 + (by - ay) * BEND, (ay + by) / 2 - (bx - ax) * BEND];
}

/** The curve as longitudes and latitudes, for engines that draw lines only; a parabola on the Mercator map. */
export function sampled([from, to]) {
  const [a, b] = [toPlane(from), toPlane(to)];
  const c = control(a, b);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const at = (axis) => (1 - t) ** 2 * a[axis] + 2 * t * (1 - t) * c[axis] + t ** 2 * b[axis];
    return toSphere([at(0), at(1)]);
  });
}

const RADIANS = Math.PI / 180;

/** Mercator, radians, y downwards. */
export function toPlane([longitude, latitude]) {
  return [longitude * RADIANS, -Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2))];
}

/** The inverse. */
export function toSphere([x, y]) {
  return [x / RADIANS, (2 * Math.atan(Math.exp(-y)) - Math.PI / 2) / RADIANS];
}
