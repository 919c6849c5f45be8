import { geoArea } from 'd3-geo';
import { feature } from 'topojson-client';

const HALF_THE_SPHERE = 2 * Math.PI;

/**
 * A topology without the islets that its coarse grid turned inside out: d3-geo would fill the whole world with one of them.
 * (world-atlas 2.0.2 has three in countries-10m, of four positions each, and none elsewhere.)
 */
export function withoutInsideOut(topology) {
  for (const geometry of topology.objects.countries.geometries) {
    if (geometry.type !== 'MultiPolygon') continue;
    const { coordinates } = feature(topology, geometry).geometry;
    geometry.arcs = geometry.arcs.filter((_, index) => !isInsideOut(coordinates[index]));
  }
  return topology;
}

function isInsideOut([outer]) {
  return outer.length <= 4 && geoArea({ type: 'Polygon', coordinates: [outer] }) > HALF_THE_SPHERE;
}
