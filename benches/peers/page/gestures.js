// What is done to every map, the same each time.
const MIDDLE = { x: 480, y: 300 };

/** Moves that go round and come back, CSS px. */
export const PANS = Array.from({ length: 40 }, (_, index) => {
  const side = Math.floor(index / 5) % 4;
  return [[17, 0], [0, 11], [-17, 0], [0, -11]][side];
});

/** 15 steps in and 15 out, about points around the middle. */
export const ZOOMS = Array.from({ length: 30 }, (_, index) => {
  const step = index < 15 ? index : 29 - index;
  return [index < 15 ? 1.08 : 1 / 1.08, { x: MIDDLE.x + 8 * step, y: MIDDLE.y - 4 * step }];
});

/** Through scales that were not seen before, each twice as near as the last, and back. */
export const LEVELS = [2, 2, 2, 2, 2, 0.5, 0.5, 0.5, 0.5, 0.5].map((factor) => [factor, MIDDLE]);

/** Points all over the picture. */
export const POINTS = Array.from({ length: 200 }, (_, index) => [40 + ((index * 131) % 880), 40 + ((index * 83) % 520)]);

/** How far the view is closed in before it is panned, so that there is room on all sides. */
export const CLOSER = 2;
export { MIDDLE };
