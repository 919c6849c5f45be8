import { h } from './dom.js';

/** The element's inside: every piece in its place and in the order in which the Tab key walks. Returns the pieces that change. */
export function scaffold(words, { controls, disclosures, gauge, lenses, panel, problems, progress, story, tools, tooltip }) {
  const poster = h('slot', { name: 'poster' });
  const canvas = h('canvas', { part: 'map', tabindex: 0, role: 'application', 'aria-describedby': 'keys' });
  words.bind(canvas, 'map', 'aria-label');
  const title = h('h2', {});
  const summary = h('p', {});
  const legend = h('div', { class: 'legend card', part: 'legend', id: 'legend' });
  const layers = h('div', { class: 'layers card', part: 'layers', id: 'layers' });
  const about = h('div', { class: 'about card', id: 'about' });
  const creditLine = h('p', { class: 'credit-line' });

  const openers = h('div', { class: 'openers' }, story.opener, disclosures.add('legend', 'legend', legend), disclosures.add('layers', 'layers', layers));
  const header = h('header', { class: 'title', part: 'title' }, title, summary, lenses);
  const info = disclosures.add('info', 'about_this_map', about, { compact: true });
  const box = h(
    'div',
    { class: 'box' },
    canvas,
    words.bind(h('p', { id: 'keys', class: 'unseen' }), 'keys'),
    tools,
    h('div', { class: 'cross', 'aria-hidden': 'true' }),
    h('div', { class: 'chrome' }, header, story.card, h('div', { class: 'key' }, legend, layers, openers)),
    controls,
    h('footer', { class: 'credits', part: 'attribution' }, gauge, creditLine, about, info),
    tooltip,
    panel,
    words.bind(h('p', { class: 'loading', role: 'status' }), 'loading'),
    progress,
    problems,
  );
  const standing = { header, story: story.card, legend, openers, end: [tools, controls, gauge, creditLine, info] };
  return { poster, box, canvas, title, summary, legend, layers, about, creditLine, standing };
}
