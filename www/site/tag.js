// Reads the text of one tag <khorgos-map …>. The text is never made into HTML: what is taken of it are values of known attributes.
import { DOCUMENTS, resolved } from '../embed/address.js';
import { WORDS } from './vocabulary.js';

const START = /\s*<khorgos-map(?=[\s/>])/iy;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+)))?/y;
const END = /\s*\/?>/y;
const AFTER = /\s*(?:<\/khorgos-map\s*>)?\s*/iy;
/** So much of a text that is not understood is repeated, in characters. */
const QUOTED = 24;

/**
 * Reads `text`, on a page at the address `base`. Returns `attributes`, values by name, undefined where the text is not one tag, and
 * `regrets`, a sentence for everything that was not taken. Addresses are taken if they are http(s) and of the page's origin.
 */
export function read(text, base) {
  const { given, left, isClosed } = scan(text);
  if (!given) return { regrets: ['This is not one <khorgos-map …> tag, so the map stays as it is.'] };
  if (left.trim()) return { regrets: [`Not understood from ${quoted(left)}, so the map stays as it is.`] };
  if (!isClosed) return { regrets: ['The tag has no end, so the map stays as it is.'] };
  const attributes = {};
  const regrets = [];
  for (const [name, value] of given) {
    const regret = Object.hasOwn(attributes, name) ? `${name} is there twice: the first counts.` : refusal(name, value, base);
    if (regret) regrets.push(regret);
    else attributes[name] = value;
  }
  return { attributes, regrets };
}

/** The pairs of name and value, where a text begins as a tag; what is left of it, which could not be read; and whether the tag has its end. */
function scan(text) {
  let end = 0;
  const next = (pattern) => {
    pattern.lastIndex = end;
    const match = pattern.exec(text);
    if (match) end = pattern.lastIndex;
    return match;
  };
  if (!next(START)) return {};
  const given = [];
  for (let match = next(ATTRIBUTE); match; match = next(ATTRIBUTE)) {
    const [, name, ...values] = match;
    given.push([name.toLowerCase(), values.find((value) => value !== undefined) ?? '']);
  }
  const isClosed = Boolean(next(END) && next(AFTER));
  return { given, left: text.slice(end), isClosed };
}

/** Why a value is not taken; undefined for a good one. */
function refusal(name, value, base) {
  if (!Object.hasOwn(WORDS, name)) return `${quoted(name)} is no attribute of the map.`;
  if (DOCUMENTS.includes(name)) return resolved(value, base, [new URL(base).origin]) ? undefined : `${name} has to be an address of this site.`;
  const words = WORDS[name];
  return !words || words.includes(value) ? undefined : `${name} has to be ${words.join(' or ')}.`;
}

const quoted = (text) => {
  const start = text.trim().replace(/\s+/g, ' ');
  return start.length > QUOTED ? `“${start.slice(0, QUOTED)}…”` : `“${start}”`;
};
