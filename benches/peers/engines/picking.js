import { control } from './curves.js';

const NEAR_PX = 5;
const STEPS = 16;

/** Index of the topmost flow near a point, or -1. `ends`: two points of the screen for each flow; NaN where there is none. */
export function flowAt(ends, widths, x, y) {
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    const [a, b] = ends[index];
    const near = NEAR_PX + widths[index] / 2;
    const c = control(a, b);
    if (x < Math.min(a[0], b[0], c[0]) - near || x > Math.max(a[0], b[0], c[0]) + near) continue;
    if (y < Math.min(a[1], b[1], c[1]) - near || y > Math.max(a[1], b[1], c[1]) + near) continue;
    if (distance(a, c, b, x, y) <= near) return index;
  }
  return -1;
}

function distance(a, c, b, x, y) {
  let least = Infinity;
  let before = a;
  for (let step = 1; step <= STEPS; step += 1) {
    const t = step / STEPS;
    const at = (axis) => (1 - t) ** 2 * a[axis] + 2 * t * (1 - t) * c[axis] + t ** 2 * b[axis];
    const point = [at(0), at(1)];
    least = Math.min(least, toSegment(before, point, x, y));
    before = point;
  }
  return least;
}

function toSegment([ax, ay], [bx, by], x, y) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
