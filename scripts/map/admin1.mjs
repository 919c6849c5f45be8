// First-order regions. Their layer is older than the countries' and in part drawn region by
// region, so only the lines between regions are taken from it; a country is then divided along
// them, and every outer edge of a region is the country's own.

import { keepInside, splitCrossings } from "./arrange.mjs";
import { chains, edgesOf } from "./chains.mjs";
import { Edges } from "./edges.mjs";
import { facesOf } from "./faces.mjs";
import { inside, key, place, ringsOf } from "./grid.mjs";

const COUNTRY = { KZ: "KAZ", KG: "KGZ", TJ: "TJK", UZ: "UZB", TM: "TKM", CN: "CHN", AF: "AFG" };
const REACH = 300;

export function admin1(source, countries) {
  const regions = source
    .layer("admin1_10m_centralasia")
    .map((f) => ({ ...describe(f.properties), rings: ringsOf(f.geometry) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...new Set(regions.map((r) => r.country))].flatMap((country) =>
    divide(countries.get(country), regions.filter((r) => r.country === country)));
}

// The layer gives the city and the province of Almaty one code, a placeholder to the districts
// under the Tajik government, and some names that have long changed.
const RENAMED = {
  "Almaty City": { id: "KZ-ALM" },
  Leninabad: { name: "Sughd" },
  Chardzhou: { name: "Lebap" },
  Tashauz: { name: "Daşoguz" },
  Mangghystau: { name: "Mangystau" },
  "Tadzhikistan Territories": { id: "TJ-RA", name: "Districts of Republican Subordination" },
};

function describe(p) {
  const names = Object.fromEntries(
    Object.entries(p).filter(([k]) => k.startsWith("name_")).map(([k, v]) => [k.slice(5), v]).sort(),
  );
  const [id, name] = [p.iso_3166_2, names.en ?? p.name];
  return { id, name, country: COUNTRY[id.slice(0, 2)], names, ...RENAMED[p.name], ...(id === "UZ-TO" && { name: "Tashkent Region" }) };
}

function divide(country, regions) {
  const faces = facesOf(country, dividing(country, regions)).map((ring) => ({ ring, region: whose(ring, regions) }));
  if (regions.length > 1) settle(faces);
  return regions.map(({ rings, ...region }) => ({
    ...region,
    edges: Edges.ofRings(faces.filter((f) => f.region?.id === region.id).map((f) => f.ring)),
  }));
}

/** Lines between regions, or between the only region given and the rest of its country. */
function dividing(country, regions) {
  const corners = new Set([...country].flat());
  const count = new Map();
  for (const [a, b] of regions.flatMap((r) => edgesOf(r.rings, true))) {
    const id = a < b ? `${a} ${b}` : `${b} ${a}`;
    count.set(id, { edge: [a, b], n: (count.get(id)?.n ?? 0) + 1 });
  }
  // An edge of one region between two corners of the country is an outer edge, drawn coarser.
  const edges = [...count.values()]
    .filter(({ edge: [a, b], n }) => !country.has(a, b) && !country.has(b, a) && (n > 1 || !corners.has(a) || !corners.has(b)))
    .map(({ edge }) => edge);
  const within = keepInside(splitCrossings(edges), country, country.rings());
  return tieEnds(chains(within, (k) => corners.has(k)), corners);
}

/** Ends that hang free near the outline are led to its nearest corner. */
export function tieEnds(lines, corners) {
  const places = [...corners].map(place);
  const degree = new Map();
  for (const line of lines) for (const k of [key(line[0]), key(line.at(-1))]) degree.set(k, (degree.get(k) ?? 0) + 1);
  const tie = (p) => {
    if (corners.has(key(p)) || degree.get(key(p)) > 1) return [];
    const far = (c) => Math.hypot((c[0] - p[0]) * 0.75, c[1] - p[1]);
    const best = places.reduce((a, b) => (far(b) < far(a) ? b : a));
    return far(best) <= REACH ? [best] : [];
  };
  return lines.map((line) => [...tie(line[0]), ...line, ...tie(line.at(-1))]);
}

/** The region a face lies in, asked just left of its longest edge; undefined in a gap or an overlap. */
function whose(ring, regions) {
  const length = (i) => Math.hypot(ring[(i + 1) % ring.length][0] - ring[i][0], ring[(i + 1) % ring.length][1] - ring[i][1]);
  const i = ring.reduce((best, _, j) => (length(j) > length(best) ? j : best), 0);
  const [[ax, ay], [bx, by]] = [ring[i], ring[(i + 1) % ring.length]];
  const spot = [(ax + bx) / 2 - (by - ay) / length(i), (ay + by) / 2 + (bx - ax) / length(i)];
  const found = regions.filter((r) => r.rings.filter((part) => inside(spot, part)).length % 2 === 1);
  return found.length === 1 ? found[0] : undefined;
}

/** Gaps and overlaps between regions go to the neighbour with the longest common edge. */
function settle(faces) {
  for (;;) {
    const owner = new Map();
    for (const { ring, region } of faces) {
      if (region) for (const [a, b] of edgesOf([ring], true)) owner.set(`${a} ${b}`, region);
    }
    const settled = [];
    for (const face of faces.filter((f) => !f.region)) {
      const common = new Map();
      for (const [a, b] of edgesOf([face.ring], true)) {
        const region = owner.get(`${b} ${a}`);
        const [p, q] = [place(a), place(b)];
        if (region) common.set(region, (common.get(region) ?? 0) + Math.hypot(p[0] - q[0], p[1] - q[1]));
      }
      const best = [...common].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0];
      if (best) settled.push([face, best[0]]);
    }
    if (settled.length === 0) return;
    for (const [face, region] of settled) face.region = region;
  }
}
