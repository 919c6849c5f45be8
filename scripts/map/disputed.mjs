// Borders that are not settled and part no area of a claim: they are dashed wherever they part two
// countries. Each is made of the very edges of that border, so that the map holds it as one shared arc.

import { chains } from "./chains.mjs";
import { line } from "./features.mjs";
import { place } from "./grid.mjs";

/** Borders of which the United Nations maps say that they are not settled. */
export function disputed(countries, claims) {
  const area = (id) => claims.find((c) => c.id === id).edges;
  const east = (k) => place(k)[0] > 91500;
  const claimed = ["aksai-chin", "shaksam-valley"].map(area);
  const borders = [
    ["Armistice line of 1949", between(countries, "PSE", "ISR")],
    ["Kosovo", between(countries, "XKX", "SRB")],
    // East of the lands that both sides claim it parts Jammu and Kashmir from Tibet.
    ["Line of Actual Control", between(countries, "IND", "CHN")
      .filter(([a, b]) => area("jammu-and-kashmir").has(a, b) && !claimed.some((c) => c.has(b, a)))],
    ["McMahon Line", between(countries, "CHN", "IND").filter((e) => e.every(east))],
    ["Western Sahara", between(countries, "ESH", "MAR")],
  ];
  return borders.map(([name, edges]) => line(undefined, { name }, chains(edges)));
}

/** Edges of one country whose opposite is an edge of the other. */
const between = (countries, one, other) => [...countries.get(one)].filter(([a, b]) => countries.get(other).has(b, a));
