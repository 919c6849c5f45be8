// Lines to be dashed. Where such a line is the border of two countries it is made of the very
// edges of that border, so that the map holds it as one shared arc.

import { chains, edgesOf } from "./chains.mjs";
import { line } from "./features.mjs";
import { inside, linesOf, place, ringsOf } from "./grid.mjs";

// Nagorno-Karabakh's lines in the source are those of before 2020 and are left out.
const PAST = new Set(["Reference line"]);
const isPast = (p) => PAST.has(p.class) || p.brk_name === "Nagorno-Karabakh";

const KIND = { "Claim boundary": "claim", Breakaway: "breakaway" };

export function disputed(source, countries, siachen) {
  const drawn = source.layer("disputed_lines_10m_region")
    .filter(({ properties: p }) => !isPast(p))
    .map(({ properties: p, geometry }) => ({ name: p.brk_name, fclass: KIND[p.class], edges: edgesOf(linesOf(geometry)) }));
  const all = [...borders(source, countries), { name: "Siachen Glacier", fclass: "claim", edges: edgesOf(siachen, true) }, ...drawn];
  const features = new Map();
  const seen = new Set();
  for (const { name, fclass, edges } of all) {
    const id = `${fclass} ${name}`;
    const own = features.get(id) ?? { name, fclass, edges: [] };
    for (const [a, b] of edges) {
      const k = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (seen.has(k)) continue;
      seen.add(k);
      own.edges.push([a, b]);
    }
    features.set(id, own);
  }
  return [...features.keys()].sort()
    .map((id) => features.get(id))
    .filter(({ edges }) => edges.length > 0)
    .map(({ name, fclass, edges }) => line(undefined, { name, fclass }, chains(edges)));
}

/** Borders of which the United Nations maps say that they are not settled. */
function borders(source, countries) {
  const areas = source.layer("disputed_areas_10m_region");
  const ringsNamed = (...names) =>
    areas.filter((f) => names.includes(f.properties.brk_name)).flatMap((f) => ringsOf(f.geometry));
  const pakistani = ringsNamed("Azad Kashmir", "Northern Areas");
  const chinese = ringsNamed("Aksai Chin");
  const indian = ringsNamed("Jammu and Kashmir", "Demchok", "Samdu Valleys", "Tirpani Valleys", "Bara Hotii Valleys", "Near Om Parvat");
  const east = (k) => place(k)[0] > 91500;
  return [
    { name: "Line of Control", fclass: "line_of_control",
      edges: between(countries, "PAK", "IND").filter((e) => lies(e, pakistani)) },
    { name: "Line of Actual Control", fclass: "line_of_control",
      edges: between(countries, "CHN", "IND").filter((e) => lies(e, chinese) || lies([e[1], e[0]], indian)) },
    { name: "McMahon Line", fclass: "claim", edges: between(countries, "CHN", "IND").filter((e) => e.every(east)) },
    { name: "Kosovo", fclass: "breakaway", edges: between(countries, "XKX", "SRB") },
    { name: "Western Sahara", fclass: "breakaway", edges: between(countries, "ESH", "MAR") },
    { name: "Armistice line of 1949", fclass: "line_of_control", edges: between(countries, "PSE", "ISR") },
  ];
}

/** Edges of one country whose opposite is an edge of the other. */
const between = (countries, one, other) => [...countries.get(one)].filter(([a, b]) => countries.get(other).has(b, a));

/** Whether the land just left of an edge is in one of the areas: three kilometres, as the areas are of an older edition. */
function lies([from, to], areas) {
  const [[ax, ay], [bx, by]] = [place(from), place(to)];
  const length = Math.hypot(bx - ax, by - ay);
  const spot = [(ax + bx) / 2 - ((by - ay) / length) * 30, (ay + by) / 2 + ((bx - ax) / length) * 30];
  return areas.some((ring) => inside(spot, ring));
}
