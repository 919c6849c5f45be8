import { h } from './dom.js';

/** The element's inside: every piece in its place and in the order in which the Tab key walks. Returns the pieces that change. */
export function scaffold(words, { controls, cursor, disclosures, gauge, lenses, live, panel, problems, progress, story, tools, tooltip }) {
  const poster = h('slot', { name: 'poster' });
  const canvas = h('canvas', { part: 'map', width: 0, height: 0, tabindex: 0, role: 'application', 'aria-describedby': 'told keys' });
  canvas.setAttribute('aria-label', words.say('map')); // until it has a title
  const told = h('p', { id: 'told', class: 'unseen' });
  const title = h('h2', { id: 'title' });
  const summary = h('p', {});
  const legend = words.bind(h('div', { class: 'legend card', part: 'legend', id: 'legend', role: 'group' }), 'legend', 'aria-label');
  const layers = h('div', { class: 'layers card', part: 'layers', id: 'layers' });
  const about = h('div', { class: 'about card', id: 'about' });
  const creditLine = h('p', { class: 'credit-line' });

  const openers = h('div', { class: 'openers' }, story.opener, disclosures.add('legend', 'legend', legend), disclosures.add('layers', 'layers', layers));
  const header = h('div', { class: 'title', part: 'title', role: 'group', 'aria-labelledby': 'title' }, title, summary, lenses);
  const info = disclosures.add('info', 'about_this_map', about, { compact: true });
  const box = h(
    'div',
    { class: 'box' },
    canvas,
    told,
    words.bind(h('p', { id: 'keys', class: 'unseen' }), 'keys'),
    words.bind(h('p', { id: 'new-tab', hidden: true }), 'new_tab'),
    tools,
    h('div', { class: 'cross', 'aria-hidden': 'true' }),
    cursor,
    h('div', { class: 'chrome' }, header, story.card, h('div', { class: 'key' }, openers, layers, legend)),
    controls,
    words.bind(h('div', { class: 'credits', part: 'attribution', role: 'group' }, gauge, creditLine, info, about), 'map_data', 'aria-label'),
    tooltip,
    panel,
    words.bind(h('p', { class: 'loading' }), 'loading'),
    progress,
    problems,
    live,
  );
  const standing = { header, story: story.card, legend, openers, end: [tools, controls, gauge, creditLine, info] };
  return { poster, box, canvas, told, title, summary, legend, layers, about, creditLine, standing };
}
