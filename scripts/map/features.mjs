// GeoJSON features out of grid geometry, coordinates in degrees.

import { degrees, snap } from "./grid.mjs";

const feature = (id, properties, type, coordinates) => ({
  type: "Feature",
  ...(id !== undefined && { id }),
  properties,
  geometry: { type, coordinates },
});

const closed = (ring) => [...ring, ring[0]].map(degrees);

export function area(id, properties, polygons) {
  const coordinates = polygons.map((rings) => rings.map(closed));
  return coordinates.length === 1
    ? feature(id, properties, "Polygon", coordinates[0])
    : feature(id, properties, "MultiPolygon", coordinates);
}

export function line(id, properties, lines) {
  const coordinates = lines.map((l) => l.map(degrees));
  return coordinates.length === 1
    ? feature(id, properties, "LineString", coordinates[0])
    : feature(id, properties, "MultiLineString", coordinates);
}

export const point = (id, properties, at) => feature(id, properties, "Point", degrees(snap(at)));

export const collection = (features) => ({ type: "FeatureCollection", features });
