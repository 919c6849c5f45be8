// Sites: records of a point, or of a shape so small that a point stands for it, inside the country that they are of.
import { LIMIT, idOf, isIn } from './facts.mjs';
import { SITES } from './names.mjs';

/** A larger shape, a road or a power line, is no place, km. */
const SMALL_KM = 12;
/** The source says that points are precise, not how precise; the base map's own borders are this far off, km. */
const POINT_KM = 2;

/** The records at each site, the one of the site's name first. */
export function sitesOf(records, lies) {
  const large = records.filter((r) => isIn(r) && r.amount >= LIMIT && r.reach <= SMALL_KM && lies(r.country, r.position));
  const sites = Object.entries(SITES).map(([id, [site, name]]) => {
    const first = large.find((r) => r.id === Number(id));
    if (!first) throw new Error(`record ${id} of site ${site} is not at a place, or below the limit`);
    const there = records.filter((r) => r.country === first.country && r.reach <= SMALL_KM && String(r.position) === String(first.position));
    return { id: site, name, first, records: [first, ...there.filter((r) => r !== first)] };
  });
  const placed = new Set(sites.flatMap((site) => site.records));
  const forgotten = large.filter((r) => !placed.has(r)).map(({ id }) => id);
  if (forgotten.length > 0) throw new Error(`no site in names.mjs for the records ${forgotten.join(', ')}`);
  return sites;
}

export function placeOf({ id, name, first, records }) {
  const isPoint = first.reach === 0;
  return {
    id,
    layer: LAYER_OF[first.sector],
    name: { en: name },
    position: first.position,
    precision_km: isPoint ? POINT_KM : Math.ceil(first.reach),
    // Of the kinds that the map knows only this one is true of a plant: a dot with a name.
    kind: id === 'galkynysh' ? 'field' : 'city',
    facts: records.map(idOf),
    credit: 'Position: © OpenStreetMap contributors, ODbL 1.0, traced by AidData',
    ...(!isPoint && { remark: 'The source gives a shape; the point stands in it.' }),
  };
}

const LAYER_OF = { industry: 'sites-industry', energy: 'sites-energy', transport: 'sites-transport', other: 'sites-public' };
