import { h } from './dom.js';

/** The ring that walks from thing to thing by the keyboard. Where it goes and what is told there is the engine's. */
export class Cursor {
  element = h('div', { class: 'ring', hidden: true, 'aria-hidden': 'true' });
  #map;

  constructor(map) {
    this.#map = map;
  }

  /** What it is at: { kind, id }; undefined when it is put away. */
  get at() {
    return this.element.hidden ? undefined : this.#map.engine.get('cursor');
  }

  walk(...way) {
    const { engine, choice } = this.#map;
    choice.tooltip.isAtRing = true;
    engine.tell('walk', ...way);
    this.element.hidden = false;
    this.place();
  }

  /** Puts the ring where the thing is in the present view. */
  place() {
    const at = !this.element.hidden && this.#map.engine.get('cursorAt');
    this.element.hidden = !at;
    if (!at) return;
    this.element.style.setProperty('translate', `${at[0]}px ${at[1]}px`);
    this.#map.choice.tooltip.ringAt(...at);
  }

  /** Puts it away; says whether it was there. */
  leave() {
    if (this.element.hidden) return false;
    this.#map.engine.tell('leave');
    this.element.hidden = true;
    return true;
  }
}
