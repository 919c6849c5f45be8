// In which country of the base map a point lies. The map's borders are out of place by a kilometre or two.

/** A function from a country's code and a position in degrees to whether it lies there. */
export function countriesOf(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const lineOf = (index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]);
  const polygonsOf = ({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs);
  const rings = new Map(
    topology.objects.countries.geometries.map((country) => [country.id, polygonsOf(country).flat().map((ring) => ring.flatMap(lineOf))]),
  );
  return (code, position) => rings.get(code).filter((ring) => surrounds(ring, position)).length % 2 === 1;
}

function surrounds(ring, [x, y]) {
  let odd = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring.at(i - 1);
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}
