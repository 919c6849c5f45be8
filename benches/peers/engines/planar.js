import { feature } from 'topojson-client';
import { unwrap } from '../work/unwrap.mjs';

/** The countries of a TopoJSON text for engines of the plane: with those across the antimeridian in one piece. */
export function countries(text) {
  const topology = JSON.parse(text);
  const collection = feature(topology, topology.objects.countries);
  for (const { geometry } of collection.features) {
    if (geometry.type === 'Polygon') geometry.coordinates = geometry.coordinates.map(unwrap);
    else if (geometry.type === 'MultiPolygon') geometry.coordinates = geometry.coordinates.map((rings) => rings.map(unwrap));
  }
  return collection;
}
