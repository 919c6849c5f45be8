// What the address of embed.html asks for. Anyone may write one, and what it shows is seen under the name of the site.

/** Parameters that are the element's attributes as they stand. */
const VALUES = ['gestures', 'graticule', 'keys', 'lang', 'lens', 'motion', 'projection', 'story', 'theme', 'worldview'];
/** Attributes and parameters that name documents. */
export const DOCUMENTS = ['brief', 'map'];

/**
 * Reads an address. Documents may be of its own origin and of `origins`, by http(s). Returns the element's attributes by name, the
 * names of documents that are refused, and the number of parameters that are not known.
 */
export function read(href, origins) {
  const { searchParams, origin } = new URL(href);
  const attributes = {};
  const refused = [];
  let unknown = 0;
  for (const name of new Set(searchParams.keys())) {
    const value = searchParams.get(name);
    if (VALUES.includes(name)) attributes[name] = value;
    else if (DOCUMENTS.includes(name)) attributes[name] = resolved(value, href, [origin, ...origins]) ?? void refused.push(name);
    else unknown += 1;
  }
  return { attributes, refused, unknown };
}

/** Addresses, apart by spaces, made whole; undefined if one of them is not to be fetched. */
export function resolved(value, base, origins) {
  const urls = value.split(/\s+/).filter(Boolean).map((address) => URL.canParse(address, base) && new URL(address, base));
  const isGood = (url) => url && /^https?:$/.test(url.protocol) && origins.includes(url.origin);
  return urls.length && urls.every(isGood) ? urls.join(' ') : undefined;
}

/** What was not taken, in a line; none when all was. It repeats nothing of the address, which may say anything. */
export function regret({ refused, unknown }) {
  const parts = refused.map((name) => `The address asks for a ${name} that is not of this site: it is not shown.`);
  if (unknown) parts.push(`The address has ${unknown === 1 ? 'a parameter' : `${unknown} parameters`} that this page does not know.`);
  return parts.join(' ');
}
