import { h, said, webLink } from './dom.js';

const credited = (tag, attributes, { text, url, lang }) => said(tag, attributes, { text: url ? webLink(url, text) : text, lang });
const publicationOf = (tag, attributes, meta) => credited(tag, attributes, { text: meta.publication, url: meta.publication_url, lang: meta.language });

/** The line at the map's lower edge: the publication, then where the map's data comes from. */
export function creditLine(meta) {
  const data = meta.attribution.flatMap((entry, index) => [index ? ' · ' : '', credited('span', {}, entry)]);
  return [publicationOf('span', { class: 'publication' }, meta), h('span', {}, ...data)];
}

/** The same in full, with the editors' notes, for the card behind the button. */
export function aboutCard(meta, words) {
  return [
    h('h3', {}, words.say('about_this_map')),
    said('p', {}, meta.summary),
    publicationOf('p', {}, meta),
    ...meta.notes.map((note) => said('p', { class: 'note' }, note)),
    h('h4', {}, words.say('map_data')),
    h('ul', {}, ...meta.attribution.map((entry) => credited('li', {}, entry))),
  ];
}
