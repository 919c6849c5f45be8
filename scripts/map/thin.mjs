/** Douglas–Peucker: leaves out points that stray less than the tolerance from the line without them. */
export function thin(line, tolerance) {
  const keep = new Set([0, line.length - 1]);
  const stack = [[0, line.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    let far = null;
    for (let i = from + 1; i < to; i++) {
      const d = stray(line[i], line[from], line[to]);
      if (d > (far?.d ?? tolerance)) far = { i, d };
    }
    if (far) {
      keep.add(far.i);
      stack.push([from, far.i], [far.i, to]);
    }
  }
  return line.filter((_, i) => keep.has(i));
}

function stray([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}
