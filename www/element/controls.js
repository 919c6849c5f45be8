import { h } from './dom.js';
import { icon } from './icons.js';

function button(name, words, onclick) {
  return h('button', { type: 'button', class: 'control', 'aria-label': words, title: words, onclick }, icon(name));
}

/** The buttons + − and home. */
export function controls({ zoomIn, zoomOut, home }) {
  return h(
    'div',
    { class: 'controls', part: 'controls', role: 'group', 'aria-label': 'Zoom' },
    button('plus', 'Zoom in', zoomIn),
    button('minus', 'Zoom out', zoomOut),
    button('home', 'Show the whole map', home),
  );
}
