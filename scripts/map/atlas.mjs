// The whole base map as two topologies and the tables of names.

import polylabel from "polylabel";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { admin1 } from "./admin1.mjs";
import { ATTRIBUTION } from "./attribution.mjs";
import { cities } from "./cities.mjs";
import { claimedRegions, claims, countryOwners } from "./claims.mjs";
import { countries } from "./countries.mjs";
import { disputed } from "./disputed.mjs";
import { area, collection } from "./features.mjs";
import { degrees, key, signedArea, STEP } from "./grid.mjs";
import { worthDrawing } from "./islands.mjs";
import { lines } from "./lines.mjs";
import { claimNames, countryNames, properties } from "./names.mjs";
import { simplify } from "./simplify.mjs";
import { lakes, rivers, waters } from "./water.mjs";

const GRID = { scale: [1 / STEP, 1 / STEP], translate: [-180, -90] };

export function atlas(source) {
  const { edges, apart, unmatched } = countries(source);
  const ids = [...edges.keys()];
  const { names, languages } = countryNames(source, ids);
  const routes = lines(source);
  const shapes = new Map(ids.map((id) => [id, drawn(id, edges)]));
  const owners = countryOwners(source);
  const claimed = claims(source, edges, apart);
  const regions = admin1(source, edges);
  const base = topology({
    countries: collection(ids.map((id) => country(id, shapes.get(id), names.get(id), owners.get(id)))),
    admin1: collection(regions.map(region)),
    lakes: collection(lakes(source)),
    rivers: collection(rivers(source)),
    disputed: collection(disputed(edges, claimed)),
    claims: collection(claimed.map((c) => claim(c, shapes.get(c.properties.country)))),
    claimed_regions: collection(claimedRegions(regions, claimed).map(({ properties, edges }) => area(undefined, properties, edges.polygons()))),
    lines: collection(routes.base),
    cities: collection(cities(source)),
    waters: collection(waters()),
  });
  const osm = topology({ lines: collection(routes.osm) });
  return {
    base: finish(simplify(base), ATTRIBUTION.base),
    osm: finish(osm, ATTRIBUTION.osm),
    names: languages.map((lang) => [lang, { ...tableOf(names, lang), ...claimNames(lang) }]),
    unmatched,
  };
}

/** The polygons of a country that are worth drawing. */
function drawn(id, edges) {
  const ids = [...edges.keys()];
  const shared = (ring) => ring.some((p, i) => {
    const [a, b] = [key(ring[(i + 1) % ring.length]), key(p)];
    return ids.some((other) => other !== id && edges.get(other).has(a, b));
  });
  return worthDrawing(edges.get(id).polygons(), shared);
}

const country = (id, polygons, names, owners) =>
  area(id, { ...properties(id, names), label: labelPoint(polygons), ...(owners && { owners }) }, polygons);

/** An area of a claim, without the islands that its country is drawn without. */
function claim({ id, properties, edges }, country) {
  const corners = new Set(country.flat(2).map(key));
  const polygons = edges.polygons().filter(([outer]) => outer.some((p) => corners.has(key(p))));
  return area(id, properties, polygons);
}

/** The place furthest from the edges of the largest part, measured on the ground. */
function labelPoint(polygons) {
  const largest = polygons.reduce((best, p) => (signedArea(p[0]) > signedArea(best[0]) ? p : best));
  const ys = largest[0].map(([, y]) => y);
  const squeeze = Math.cos((((Math.min(...ys) + Math.max(...ys)) / 2 / STEP) * Math.PI) / 180);
  const [x, y] = polylabel(largest.map((ring) => [...ring, ring[0]].map(([lon, lat]) => [lon * squeeze, lat])), 50);
  return degrees([x / squeeze, y]).map((v) => Math.round(v * 100) / 100);
}

const region = ({ id, name, names, country, edges }) =>
  area(id, { name, ...(Object.keys(names).length > 0 && { names }), country }, edges.polygons());

function finish(topology, attribution) {
  const { type, bbox, transform, objects, arcs } = quantize(topology, GRID);
  return { type, attribution, bbox, transform, objects, arcs };
}

const tableOf = (names, lang) =>
  Object.fromEntries([...names].filter(([, own]) => own[lang]).map(([id, own]) => [id, own[lang]]));
