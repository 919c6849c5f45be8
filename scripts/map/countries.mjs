// One seamless set of countries out of three scales.

import { ringsWithin, ringsWithout } from "./clip.mjs";
import { Edges } from "./edges.mjs";
import { ringsOf, STEP } from "./grid.mjs";
import { node, sidesOf, weld } from "./seam.mjs";
import { EURASIA, onCoarseGrid, onMiddle, REGION } from "./source.mjs";

// Parts that the sources keep apart and that United Nations practice counts with a member
// state; the glacier goes with the side that holds it.
const PART_OF = { KAB: "KAZ", CYN: "CYP", SOL: "SOM", KAS: "IND", KOS: "XKX" };

const idOf = ({ iso_a3: iso, id }) => PART_OF[id] ?? iso ?? id;

function load(source, name, place) {
  const layer = new Map();
  for (const { properties, geometry } of source.layer(name)) {
    const id = idOf(properties);
    layer.set(id, [...(layer.get(id) ?? []), ...ringsOf(geometry, place)]);
  }
  return dissolve(layer);
}

function dissolve(layer) {
  const out = new Map();
  for (const [id, rings] of layer) {
    const joined = Edges.ofRings(rings).rings();
    if (joined.length > 0) out.set(id, joined);
  }
  return out;
}

const cut = (layer, cutter, box) => new Map([...layer].map(([id, rings]) => [id, cutter(rings, box)]));

/**
 * Gives Crimea to Ukraine. Russia's own outline of the peninsula is used, so that nothing of
 * it is left behind: of Russia's rings, those with most of their points on the given piece.
 * They are returned.
 */
function crimeaToUkraine(layer, source) {
  const piece = new Set(source.layer("worldview_50m").flatMap((f) => ringsOf(f.geometry, onMiddle)).flat().map(String));
  const isPiece = (ring) => ring.filter((p) => piece.has(String(p))).length * 2 > ring.length;
  const russia = layer.get("RUS");
  layer.set("RUS", russia.filter((ring) => !isPiece(ring)));
  layer.set("UKR", Edges.ofRings([...layer.get("UKR"), ...russia.filter(isPiece)]).rings());
  return russia.filter(isPiece);
}

/**
 * The 1:50m layer gives Western Sahara only what lies behind the berm. The territory reaches to
 * the parallel on which its own northern corner lies. Returns the rings of what it lacked.
 */
function wholeWesternSahara(layer) {
  const north = Math.max(...layer.get("ESH").flat().map(([, y]) => y));
  const everywhere = (s, n) => [-180 * STEP, s, 180 * STEP, n];
  const morocco = layer.get("MAR");
  const parts = new Map([
    ["MAR", ringsWithin(morocco, everywhere(north, 90 * STEP))],
    ["ESH", [...layer.get("ESH"), ...ringsWithin(morocco, everywhere(-90 * STEP, north))]],
  ]);
  const lacked = new Map([["berm", ringsWithin(morocco, everywhere(-90 * STEP, north))]]);
  node([parts, lacked], [{ axis: 1, at: north }]);
  for (const [id, rings] of dissolve(parts)) layer.set(id, rings);
  return dissolve(lacked).get("berm");
}

/**
 * Map of id → Edges; `apart`, the rings of parts that the sources give another owner or none; and
 * what the welding of the seams left.
 */
export function countries(source) {
  const fine = load(source, "countries_10m_region");
  const middle = load(source, "countries_50m_eurasia", onMiddle);
  const coarse = load(source, "countries_110m_world", onCoarseGrid);
  const part = (name, id, place) =>
    dissolve(new Map([[id, source.layer(name).filter((f) => f.properties.id === id).flatMap((f) => ringsOf(f.geometry, place))]])).get(id);
  const apart = {
    KAS: part("countries_10m_region", "KAS"),
    CYN: part("countries_50m_eurasia", "CYN", onMiddle),
    SOL: part("countries_50m_eurasia", "SOL", onMiddle),
    crimea: crimeaToUkraine(middle, source),
    berm: wholeWesternSahara(middle),
  };

  const near = cut(fine, ringsWithin, REGION);
  const around = cut(cut(middle, ringsWithin, EURASIA), ringsWithout, REGION);
  const far = cut(coarse, ringsWithout, EURASIA);
  const unmatched = [
    ...weld(near, around, sidesOf(REGION), 400),
    ...weld(around, far, sidesOf(EURASIA).filter(({ at }) => at !== 180 * STEP), 1500),
  ];
  const layers = [near, around, far];
  node(layers, [...sidesOf(REGION), ...sidesOf(EURASIA)]);

  const edges = new Map();
  for (const id of [...new Set(layers.flatMap((layer) => [...layer.keys()]))].sort()) {
    const joined = new Edges();
    for (const layer of layers) for (const ring of layer.get(id) ?? []) joined.addRing(ring);
    if (joined.rings().length > 0) edges.set(id, joined);
  }
  return { edges, apart, unmatched };
}
