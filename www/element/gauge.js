import { h } from './dom.js';
import { swatch } from './swatch.js';

/** Scale bar, and north where the map needs it. */
export class Gauge {
  #north = h('p', { class: 'north' });
  #scale = h('p', { class: 'scale' });
  element = h('div', { class: 'gauge' }, this.#north, this.#scale);

  /** Shows what is new of both, as the engine tells it: `null` for what is gone. Says whether the gauge takes another height. */
  show({ scaleBar, north }) {
    const before = this.#parts;
    for (const [node, one] of [[this.#north, north], [this.#scale, scaleBar]]) {
      if (one !== undefined) node.replaceChildren(...(one ? [h('span', { 'aria-hidden': 'true' }, one.label), swatch(one.swatch), h('span', { class: 'unseen' }, one.spoken)] : []));
    }
    return before !== this.#parts;
  }

  get #parts() {
    return this.#north.childElementCount + this.#scale.childElementCount;
  }
}
