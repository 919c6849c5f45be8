import { h } from './dom.js';

const SHOWN_AFTER_MS = 300;

/** How far a long reading is, on the map, with a button that breaks it off. Short ones are over before it shows. */
export class Progress {
  #bar = h('progress', { max: 1 });
  #began;
  #cancelled;
  element;

  constructor(words) {
    const cancel = h('button', { type: 'button', class: 'action', onclick: () => this.#cancelled?.() });
    const label = h('label', {}, words.bind(h('span'), 'reading'), this.#bar);
    this.element = h('div', { class: 'progress card', hidden: true }, label, words.bind(cancel, 'cancel'));
  }

  /** A reading begins; `cancelled()` is called when the reader breaks it off. */
  begin(cancelled) {
    this.#began = performance.now();
    this.#cancelled = cancelled;
  }

  /** How much is done, from 0 to 1. */
  is(share) {
    this.#bar.value = share;
    this.element.hidden = performance.now() - this.#began < SHOWN_AFTER_MS;
  }

  end() {
    this.#cancelled = undefined;
    this.element.hidden = true;
  }
}
