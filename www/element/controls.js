import { h } from './dom.js';
import { icon } from './icons.js';

function button(words, name, key, onclick) {
  const node = h('button', { type: 'button', class: 'control', onclick }, icon(name));
  return words.label(node, key);
}

/** Buttons for what is loaded when it is first asked for; `open(name)` hears which. See desk/index.js. */
export const tools = (words, open) => h('div', { class: 'tools', part: 'tools' }, ...['search', 'list_and_table', 'settings'].map((name) => button(words, name, name, () => open(name))));

/** The buttons + − and home. */
export function controls(words, { zoomIn, zoomOut, home }) {
  const group = h(
    'div',
    { class: 'controls', part: 'controls', role: 'group' },
    button(words, 'plus', 'zoom_in', zoomIn),
    button(words, 'minus', 'zoom_out', zoomOut),
    button(words, 'home', 'whole_map', home),
  );
  return words.bind(group, 'zoom', 'aria-label');
}
