import { h, said, webLink } from './dom.js';

const credit = ({ text, url }) => (url ? webLink(url, text) : text);
const publicationOf = (tag, attributes, meta) => said(tag, attributes, { text: credit({ text: meta.publication, url: meta.publication_url }), lang: meta.language });

/** The line at the map's lower edge: the publication, then where the map's data comes from. */
export function creditLine(meta) {
  const data = meta.attribution.flatMap((entry, index) => (index ? [' · ', credit(entry)] : [credit(entry)]));
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
    h('ul', {}, ...meta.attribution.map((entry) => h('li', {}, credit(entry)))),
  ];
}
