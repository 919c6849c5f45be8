// Areas that more than one side calls its own: where they lie, who runs them, who claims them, and
// whose they are in each world view, as far as the sources say it.
//
// What the sources say of a view is either a class of the area's line or the owner itself:
//
//   fclass "International boundary (verify)"  the view takes the line for a border: the area belongs to
//                                             the claimant, or to itself where it governs itself
//   fclass "Unrecognized"                     the view does not know the line: the area belongs to the
//                                             country around it
//   worldview_a3                              code of the owner
//   nothing                                   the view is not told: the area stays disputed in it
//
// `un` and `de-facto` are no views of a state. `un` has the owners of which the practice of the United
// Nations tells; `de-facto` names who administers an area and settles nothing.

import polylabel from "polylabel";
import { chains, edgesOf } from "./chains.mjs";
import { tieEnds } from "./admin1.mjs";
import { keepInside, splitCrossings } from "./arrange.mjs";
import { Edges } from "./edges.mjs";
import { facesOf } from "./faces.mjs";
import { inside, linesOf, ringsOf, signedArea } from "./grid.mjs";

/** Views of states by the key that the sources have for them. */
const VIEWS = { iso: "ISO", ru: "RU", cn: "CN", in: "IN", pk: "PK" };

// Nagorno-Karabakh's lines and area in the source are those of before 2020; a lease is no dispute.
const isPast = (p) => p.class === "Reference line" || p.brk_name === "Nagorno-Karabakh";
const isClaim = (p) => !isPast(p) && p.type !== "Lease";

/** How the sources' notes call the sides. */
const SIDES = {
  China: "CHN", Cyprus: "CYP", Georgia: "GEO", India: "IND", Nepal: "NPL", Pakistan: "PAK", Somalia: "SOM",
};

function side(name) {
  const code = SIDES[name];
  if (!code) throw new Error(`a side that has no code: ${name}`);
  return code;
}

/** "Admin. by India; Claimed by Pakistan" as { administered_by, claimed_by }. */
function sidesIn(note) {
  const administrator = note.startsWith("Self admin.") ? "Self" : note.match(/Admin\. by ([^;]+)/)?.[1];
  const claimants = (note.match(/Claimed by ([^;]+)/)?.[1] ?? "").split(" and ").filter(Boolean);
  return {
    ...(administrator && { administered_by: administrator === "Self" ? "self" : side(administrator) }),
    claimed_by: claimants.map(side),
  };
}

/** The owner in each view that a class of the line settles. */
function ownersByClass(classes = {}, around, other) {
  const owners = {};
  for (const [view, key] of Object.entries(VIEWS)) {
    if (classes[key] === "Unrecognized") owners[view] = around;
    if (classes[key] === "International boundary (verify)") owners[view] = other;
  }
  return owners;
}

/** The owner in each view of which the source names another than its default. */
function ownersByCode(p) {
  const codes = Object.entries(VIEWS).map(([view, key]) => [view, CODES[p.worldview_a3?.[key]] ?? p.worldview_a3?.[key]]);
  return Object.fromEntries(codes.filter(([, code]) => code));
}

/** Codes that are Natural Earth's own. */
const CODES = { PSX: "PSE", KOS: "XKX", SAH: "ESH" };

/** Map of id → owner in each view that counts a whole country with another. */
export function countryOwners(source) {
  const found = source.layer("countries_50m_eurasia").map(({ properties: p }) => [CODES[p.id] ?? p.iso_a3 ?? p.id, ownersByCode(p)]);
  return new Map(found.filter(([, owners]) => Object.keys(owners).length > 0));
}

const idOf = (name) => name.toLowerCase().replaceAll(/[^a-z]+/g, "-");

/**
 * [{ id, properties, edges, country }]: `country` is the one whose shape the area is a part of.
 * `apart` has the rings of areas that the layers of countries keep apart, by id.
 */
export function claims(source, countries, apart) {
  return [...inRegion(source, countries, apart), ...elsewhere(source, apart)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The areas of the layer of disputed areas, cut out of the countries along the lines of the claims. */
function inRegion(source, countries, apart) {
  const areas = source.layer("disputed_areas_10m_region").filter((f) => isClaim(f.properties)).map(({ properties: p, geometry }) => {
    const country = p.adm0_a3 === "KAS" ? "IND" : p.adm0_a3;
    const sides = sidesIn(p.note);
    const other = sides.administered_by === "self" ? "self" : sides.claimed_by[0];
    return { name: p.brk_name, country, sides, owners: ownersByClass(p.fclass, country, other), rings: ringsOf(geometry) };
  });
  const siachen = source.layer("countries_10m_region").find((f) => f.properties.id === "KAS").properties;
  areas.find((a) => a.name === "Siachen Glacier").owners = ownersByCode(siachen);
  const lines = source.layer("disputed_lines_10m_region").filter((f) => isClaim(f.properties));
  const cut = new Map([...new Set(areas.map((a) => a.country))].map((country) => {
    const edges = countries.get(country);
    const names = new Set(areas.filter((a) => a.country === country).map((a) => a.name));
    const own = lines.filter((f) => names.has(f.properties.brk_name)).flatMap((f) => linesOf(f.geometry));
    const ice = country === "IND" ? apart.KAS.map((ring) => [...ring, ring[0]]) : [];
    return [country, facesAlong(edges, [...own, ...ice])];
  }));
  return areas.map(({ name, country, sides, owners, rings }) => {
    const faces = cut.get(country).filter(({ spot }) => rings.some((ring) => inside(spot, ring)));
    if (faces.length === 0) throw new Error(`no part of ${country} lies in ${name}`);
    return entry(name, { country, ...sides, owners }, Edges.ofRings(faces.map(({ ring }) => ring)));
  });
}

/** The faces into which lines divide a country, each with a spot far from its edges. */
function facesAlong(country, lines) {
  const corners = new Set([...country].flat());
  const own = edgesOf(lines).filter(([a, b]) => !country.has(a, b) && !country.has(b, a));
  const tied = tieEnds(chains(own, (k) => corners.has(k)), corners);
  return facesOf(country, tied)
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => ({ ring, spot: polylabel([[...ring, ring[0]]], 5) }));
}

/**
 * The parts of regions that lie in areas of claims: [{ properties: { region, claim }, edges }]. Each is
 * made of the region's outline and the claim's, so that it can be taken out of the region. Slivers that
 * it would cut off, where both outlines run side by side, go with it.
 */
export function claimedRegions(regions, claims) {
  return regions.flatMap((region) =>
    claims.filter((c) => c.properties.country === region.country).flatMap((c) => {
      const rings = c.edges.rings();
      const lines = keepInside(splitCrossings([...c.edges]), region.edges, region.edges.rings());
      const all = facesAlong(region.edges, chains(lines));
      const claimed = all.filter(({ spot }) => rings.some((ring) => inside(spot, ring)));
      const outline = Edges.ofRings(claimed.map((f) => f.ring));
      const slivers = all.filter((f) => !claimed.includes(f) && signedArea(f.ring) < SLIVER
        && edgesOf([f.ring], true).some(([a, b]) => outline.has(b, a)));
      const faces = [...claimed, ...slivers];
      return faces.length === 0 ? [] : [{ properties: { region: region.id, claim: c.id }, edges: Edges.ofRings(faces.map((f) => f.ring)) }];
    }));
}

/** In steps of the grid squared: about 500 square kilometres. */
const SLIVER = 50_000;

/** The areas outside the region, of which the layers of countries and regions say whose they are. */
function elsewhere(source, apart) {
  const country = (id) => source.layer("countries_50m_eurasia").find((f) => f.properties.id === id).properties;
  const [crimea] = source.layer("worldview_50m").map((f) => f.properties);
  const governsItself = (id, name, around) => {
    const p = country(id);
    const sides = sidesIn(p.note_brk);
    const owners = { un: around, ...ownersByClass(p.fclass, around, "self"), ...ownersByCode(p) };
    return entry(name, { country: around, ...sides, owners }, Edges.ofRings(apart[id]));
  };
  return [
    entry("Crimea and Sevastopol",
      { country: crimea.un, administered_by: crimea.de_facto, claimed_by: [], owners: { un: crimea.un } },
      Edges.ofRings(apart.crimea)),
    governsItself("CYN", "Northern Cyprus", "CYP"),
    governsItself("SOL", "Somaliland", "SOM"),
    entry("Western Sahara west of the berm",
      { country: "ESH", administered_by: "MAR", claimed_by: [], owners: { un: "ESH", ...ownersByCode(country("SAH")) } },
      Edges.ofRings(apart.berm)),
  ];
}

const entry = (name, properties, edges) => ({ id: idOf(name), properties: { name, ...properties }, edges });
