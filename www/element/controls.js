import { h } from './dom.js';
import { icon } from './icons.js';
import { PAN_STEP, ZOOM_STEP } from './keys.js';
import { patiently } from './patience.js';

/** Buttons for what is loaded when it is first asked for; `open(name)` hears which. See desk/index.js. */
export const tools = (words, open) =>
  h(
    'div',
    { class: 'tools', part: 'tools' },
    ...['search', 'list_and_table', 'settings'].map((name) => words.label(h('button', { type: 'button', class: 'control', onclick: () => open(name) }, icon(name)), name)),
  );

/** The buttons beside the map: + − home, and those that come when there is a map: see more/index.js. */
export class Controls {
  element;
  /** What more/index.js has made, once it is there. */
  more;
  #ends;
  #asked = false;
  #map;

  constructor(map) {
    const { words } = (this.#map = map);
    const zoom = (name, key, factor) => this.button(icon(name), key, () => map.move('zoomBy', factor));
    this.#ends = [zoom('plus', 'zoom_in', ZOOM_STEP), zoom('minus', 'zoom_out', 1 / ZOOM_STEP)];
    const home = this.button(icon('home'), 'whole_map', () => map.move('home'));
    this.element = words.bind(h('div', { class: 'controls', part: 'controls', role: 'group' }, this.#ends, home), 'zoom', 'aria-label');
  }

  button(drawing, key, onclick) {
    return this.#map.words.label(h('button', { type: 'button', class: 'control', onclick }, drawing), key);
  }

  /** After a picture: which of + and − lead anywhere from here, and the other buttons if they are not there. */
  refresh() {
    const end = this.#map.engine.get('zoomEnd');
    for (const [at, node] of this.#ends.entries()) node.setAttribute('aria-disabled', String(end === 1 - 2 * at));
    if (this.#asked) return;
    this.#asked = true;
    patiently(() => import('../more/index.js'), () => this.#map.isConnected).then(
      ({ More }) => (this.more = new More(this.#map, { h, PAN_STEP })),
      () => (this.#asked = false),
    );
  }
}
