import { h, said, webLink } from './dom.js';

const hostOf = (address) => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address);

function source(work) {
  const { number, url, tail, comment } = work;
  return h(
    'li',
    { class: 'source', value: number, 'data-source': number, tabindex: -1 },
    said('span', {}, work),
    url && [' ', webLink(url, hostOf(url))],
    tail && h('span', { class: 'tail' }, tail),
    comment && said('span', { class: 'comment' }, comment),
  );
}

/** The numbered list that the little numbers in the facts point at. */
export function sourceList(sources, words) {
  if (!sources.length) return undefined;
  return h('section', { class: 'sources' }, h('h3', { tabindex: -1 }, words.say('sources')), h('ol', {}, ...sources.map(source)));
}
