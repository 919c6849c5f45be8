// A publication as bibliographies want it. `publication` is that of a brief: { title, chapter?, author, publisher, series?, year?, url? }.
import { DOCUMENTS } from '../embed/address.js';
import { escaped } from './markup.js';

const SPECIAL = /[\\{}&%$#_~^]/g;
const NAMED = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const inBibtex = (text) => text.replace(SPECIAL, (sign) => NAMED[sign] ?? `\\${sign}`);

/** Letters and figures alone, as keys of bibliographies may have. */
const keyOf = ({ author, year }) => {
  const last = author.normalize('NFKD').replace(/[^A-Za-z ]/g, '').trim().split(' ').at(-1).toLowerCase();
  return `${last || 'map'}${year ?? ''}`;
};

const filled = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** An entry of BibTeX: of a chapter, or of the whole. Braces keep the case of titles. */
export function bibtex(publication) {
  const { title, chapter, author, publisher, series, year, url } = publication;
  const fields = filled({ author, title: chapter ?? title, booktitle: chapter && title, publisher, series, year: year && String(year) });
  const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${/title/.test(name) || name === 'author' || name === 'publisher' ? `{${inBibtex(text)}}` : inBibtex(text)}},`);
  if (url) lines.push(`  url = {${url}},`);
  return `@${chapter ? 'incollection' : 'misc'}{${keyOf(publication)},\n${lines.join('\n')}\n}\n`;
}

/** The same as an array of CSL-JSON. */
export function cslJson(publication) {
  const { title, chapter, author, publisher, series, year, url } = publication;
  const item = filled({
    id: keyOf(publication),
    type: chapter ? 'chapter' : 'document',
    title: chapter ?? title,
    'container-title': chapter && title,
    author: [{ literal: author }],
    publisher,
    'collection-title': series,
    issued: year && { 'date-parts': [[year]] },
    URL: url,
  });
  return `${JSON.stringify([item], null, 2)}\n`;
}

// What of an element's attributes makes the same map on another page.
const KEPT = ['brief', 'map', 'lens', 'lang', 'theme', 'projection', 'worldview', 'graticule', 'story'];

/** The lines that put a map with the attributes of `element` on a page. `script`: the address of the element's script. */
export function embedCode(element, script) {
  const absolute = (text) => text.split(/\s+/).filter(Boolean).map((address) => new URL(address, element.baseURI).href).join(' ');
  const kept = KEPT.filter((name) => element.hasAttribute(name)).map((name) => {
    const value = element.getAttribute(name);
    return ` ${name}="${escaped(DOCUMENTS.includes(name) ? absolute(value) : value)}"`;
  });
  return `<script type="module" src="${escaped(script)}"></script>\n<khorgos-map${kept.join('')}></khorgos-map>\n`;
}
