/** The positions of a line of a quantized TopoJSON document, end to end. */
export function lineOf(topology, id) {
  const geometry = topology.objects.lines.geometries.find((one) => one.id === id);
  const arcs = geometry.type === 'LineString' ? geometry.arcs : geometry.arcs.flat();
  return arcs.flatMap((index) => {
    const arc = decode(topology, topology.arcs[index < 0 ? ~index : index]);
    return index < 0 ? arc.reverse() : arc;
  });
}

function decode({ transform: { scale, translate } }, arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}
