// Capitals and the main cities of the region, as points.

import { readFileSync } from "node:fs";
import { point } from "./features.mjs";

const table = (name) => JSON.parse(readFileSync(new URL(`tables/${name}.json`, import.meta.url), "utf8"));

export function cities(source) {
  const places = source.layer("places_10m_region");
  const sites = source.layer("sites");
  const near = table("cities").map(({ place, site, ...city }) => {
    const found = place
      ? places.find(({ properties: p }) => p.a3 === place[0] && p.name === place[1])
      : sites.find(({ properties: p }) => p.id === site);
    if (!found) throw new Error(`no such place in the source: ${city.id}`);
    const country = city.country ?? place[0];
    return feature({ name: place?.[1], ...city, country }, found.geometry.coordinates);
  });
  const far = Object.entries(table("capitals")).map(([country, [name, lon, lat, names]]) =>
    feature({ id: `capital-${country.toLowerCase()}`, name, names, country, capital: true, rank: names ? 3 : 5 }, [lon, lat]));
  return [...near, ...far].sort((a, b) => a.properties.rank - b.properties.rank || (a.id < b.id ? -1 : 1));
}

const feature = ({ id, name, names, country, capital, rank }, at) =>
  point(id, { name, ...(names && { names }), country, ...(capital && { capital }), rank }, at);
