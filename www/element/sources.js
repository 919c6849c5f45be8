import { h, webLink } from './dom.js';

const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const day = (iso) => (Number.isNaN(Date.parse(iso)) ? iso : DAY.format(new Date(iso)));
const hostOf = (address) => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address);

function source({ number, text, url, accessed, endnote, comment }) {
  const tail = [endnote, accessed && `accessed ${day(accessed)}`].filter(Boolean).join(', ');
  return h(
    'li',
    { class: 'source', value: number, 'data-source': number, tabindex: -1 },
    h('span', {}, text),
    url && [' ', webLink(url, hostOf(url))],
    tail && h('span', { class: 'tail' }, tail),
    comment && h('span', { class: 'comment' }, comment),
  );
}

/** The numbered list that the little numbers in the facts point at. */
export function sourceList(sources) {
  if (!sources.length) return undefined;
  return h('section', { class: 'sources' }, h('h3', { tabindex: -1 }, 'Sources'), h('ol', {}, ...sources.map(source)));
}
