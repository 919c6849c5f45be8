/** A topology with nothing but its countries, and their rings the other way round: d3-geo wants outlines clockwise. */
export function countriesAlone({ type, transform, arcs, objects }) {
  const kept = new Map();
  const renamed = (index) => {
    const arc = index < 0 ? ~index : index;
    if (!kept.has(arc)) kept.set(arc, kept.size);
    return index < 0 ? kept.get(arc) : ~kept.get(arc);
  };
  const ring = (indices) => indices.map(renamed).reverse();
  const rings = { Polygon: (polygon) => polygon.map(ring), MultiPolygon: (polygons) => polygons.map((polygon) => polygon.map(ring)) };
  const geometries = objects.countries.geometries.map((geometry) => ({ ...geometry, arcs: rings[geometry.type](geometry.arcs) }));
  return {
    type, transform, objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs: [...kept.keys()].map((arc) => arcs[arc]),
  };
}
