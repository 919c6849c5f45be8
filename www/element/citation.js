// Beyond this many places a citation names the publication alone.
const MOST_PLACES = 6;

/** All facts that a panel tells, those of its comparisons too. */
export const factsOf = ({ groups, comparisons = [] }) => [...comparisons.flatMap(({ rows }) => rows), ...groups.flatMap(({ facts }) => facts)];

/** How to cite what a panel tells: the publication, where in it the facts stand, and where to read it. */
export function citationOf(panel, meta) {
  const places = [...new Set(factsOf(panel).map(({ place }) => place.text))];
  const where = places.length <= MOST_PLACES ? `: ${places.join('; ')}` : '';
  const url = meta.publication_url ? ` ${meta.publication_url}` : '';
  return `${meta.publication}${where}.${url}`;
}
