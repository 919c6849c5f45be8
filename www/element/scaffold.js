import { h } from './dom.js';

/** The element's inside: every piece in its place and in the order in which the Tab key walks. Returns the pieces that change. */
export function scaffold({ controls, disclosures, lenses, panel, problems, story, tooltip }) {
  const poster = h('slot', { name: 'poster' });
  const canvas = h('canvas', { part: 'map', tabindex: 0, role: 'application', 'aria-label': 'Map', 'aria-describedby': 'keys' });
  const title = h('h2', {});
  const summary = h('p', {});
  const legend = h('div', { class: 'legend card', part: 'legend', id: 'legend' });
  const layers = h('div', { class: 'layers card', part: 'layers', id: 'layers' });
  const about = h('div', { class: 'about card', id: 'about' });
  const creditLine = h('p', { class: 'credit-line' });

  const openers = h('div', { class: 'openers' }, story.opener, disclosures.add('legend', 'Legend', legend), disclosures.add('layers', 'Layers', layers));
  const header = h('header', { class: 'title', part: 'title' }, title, summary, lenses);
  const info = disclosures.add('info', 'About this map', about, { compact: true });
  const box = h(
    'div',
    { class: 'box', lang: 'en' },
    canvas,
    h('p', { id: 'keys', class: 'unseen' }, 'Arrow keys move the map, plus and minus zoom, 0 shows all of it, Enter opens what is at the cross, Escape closes.'),
    h('div', { class: 'cross', 'aria-hidden': 'true' }),
    h('div', { class: 'chrome' }, header, story.card, h('div', { class: 'key' }, legend, layers, openers)),
    controls,
    h('footer', { class: 'credits', part: 'attribution' }, creditLine, about, info),
    tooltip,
    panel,
    h('p', { class: 'loading', role: 'status' }, 'Loading the map…'),
    problems,
  );
  const standing = { header, story: story.card, legend, openers, right: [controls, creditLine, info] };
  return { poster, box, canvas, title, summary, legend, layers, about, creditLine, standing };
}
