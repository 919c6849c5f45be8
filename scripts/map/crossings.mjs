// Edges that cross, found with a coarse grid of cells.

const CELLS = 360;

/** Pairs of lines, by number, that cross inside an edge of both; a line may cross itself. */
export function crossings(lines) {
  const [west, south, size] = frame(lines);
  const range = (a, b, from) => [a, b].map((v) => Math.floor((v - from) / size)).sort((p, q) => p - q);
  const cells = new Map();
  const found = new Map();
  lines.forEach((line, i) => {
    for (let k = 1; k < line.length; k++) {
      const edge = { i, a: line[k - 1], b: line[k] };
      const [w, e] = range(edge.a[0], edge.b[0], west);
      const [s, n] = range(edge.a[1], edge.b[1], south);
      for (let x = w; x <= e; x++) {
        for (let y = s; y <= n; y++) {
          const cell = cells.get(x * CELLS * 2 + y) ?? [];
          for (const other of cell) if (cross(edge, other)) found.set(`${other.i} ${i}`, [other.i, i]);
          cells.set(x * CELLS * 2 + y, cell);
          cell.push(edge);
        }
      }
    }
  });
  return [...found.values()];
}

function frame(lines) {
  const [xs, ys] = [0, 1].map((axis) => lines.flatMap((line) => line.map((p) => p[axis])));
  const least = (list) => list.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (list) => list.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(xs), least(ys), Math.max(most(xs) - least(xs), most(ys) - least(ys)) / CELLS || 1];
}

function cross({ a, b }, { a: c, b: d }) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
