// A map's state as a part of the page's fragment: `#anchor&khorgos=lens:china;view:67.5,48,3.2`. What is not a map's is kept as it is.

const NAME = 'khorgos';
const MEMBERS = ['view', 'lens', 'layers', 'select', 'step', 'lang'];

const partsOf = (hash) => hash.replace(/^#/, '').split('&').filter(Boolean);
const isOfMap = (part) => part.startsWith(NAME);

/** What a fragment says that is of no map. */
export const foreign = (hash) => partsOf(hash).filter((part) => !isOfMap(part)).join('&');

/** A map's name in the fragment: one map of a page needs none of its own. */
export function keyOf(element) {
  const hasFellows = document.querySelectorAll(element.localName).length > 1;
  return hasFellows && element.id ? `${NAME}.${encodeURIComponent(element.id)}` : NAME;
}

/** The members that a fragment has for a map, as texts; undefined when it says nothing of it. */
export function read(hash, key) {
  const part = partsOf(hash).find((part) => part.startsWith(`${key}=`));
  if (part === undefined) return undefined;
  const members = part.slice(key.length + 1).split(';').map((member) => member.split(':'));
  return Object.fromEntries(members.filter(([name]) => MEMBERS.includes(name)).map(([name, value = '']) => [name, decoded(value)]));
}

/** The fragment with a map's members in place of those that it had; without any the map is not in it. */
export function written(hash, key, members) {
  const own = MEMBERS.filter((name) => name in members).map((name) => `${name}:${encoded(members[name])}`);
  const others = partsOf(hash).filter((part) => !part.startsWith(`${key}=`));
  const all = [...others, ...(own.length ? [`${key}=${own.join(';')}`] : [])].join('&');
  return all && `#${all}`;
}

// Commas and slashes stand between ids and numbers, which are encoded for themselves.
const encoded = (value) => value.replace(/[^,/]+/g, encodeURIComponent);

function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // nobody's state
  }
}
