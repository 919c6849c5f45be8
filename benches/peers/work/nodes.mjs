import { feature } from 'topojson-client';
import { unwrap } from './unwrap.mjs';

/** Countries of a topology that have an id of their own, each with the middle of its largest polygon. */
export function nodesOf(topology) {
  const { features } = feature(topology, topology.objects.countries);
  const count = new Map();
  for (const { id } of features) count.set(id, (count.get(id) ?? 0) + 1);
  return features
    .filter(({ id }) => id !== undefined && count.get(id) === 1)
    .map(({ id, geometry }) => ({ id, at: middle(geometry) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Centroid in the plane of longitude and latitude. */
function middle({ type, coordinates }) {
  const rings = (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => moments(unwrap(outer)));
  const { area, x, y } = rings.reduce((a, b) => (Math.abs(b.area) > Math.abs(a.area) ? b : a));
  const longitude = x / (6 * area);
  return [longitude > 180 ? longitude - 360 : longitude, y / (6 * area)].map((degrees) => Math.round(degrees * 100) / 100);
}

function moments(ring) {
  const sum = { area: 0, x: 0, y: 0 };
  for (const [index, [bx, by]] of ring.entries()) {
    const [ax, ay] = ring[Math.max(index - 1, 0)];
    const cross = ax * by - bx * ay;
    sum.area += cross / 2;
    sum.x += (ax + bx) * cross;
    sum.y += (ay + by) * cross;
  }
  return sum;
}
