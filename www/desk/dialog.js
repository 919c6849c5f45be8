import { h } from '../element/dom.js';

/**
 * A dialog over the page, whose focus, Escape key and way back are the browser's. It is a part of the map's box all the same, so
 * that it has its language and colours.
 */
export class Dialog {
  element;
  #map;

  constructor(map, name) {
    this.#map = map;
    this.element = h('dialog', {
      class: `desk ${name}`,
      part: 'dialog',
      // What is pressed here is no key of the map, nor of the page around it.
      onkeydown: (event) => event.stopPropagation(),
      // Only what lies beside the content is the dialog itself.
      onclick: (event) => event.target === this.element && this.close(),
    });
  }

  get isOpen() {
    return this.element.open;
  }

  /** Writes it anew, and opens it if it is shut. */
  show(...content) {
    this.element.replaceChildren(h('div', { class: 'desk-sheet' }, ...content));
    if (this.isOpen) return;
    this.#map.parts.box.append(this.element);
    this.element.showModal();
  }

  close() {
    this.element.close();
  }

  /** Its heading, and the button that shuts it. */
  head(key, ...more) {
    const { words } = this.#map;
    const id = `desk-${key}`;
    this.element.setAttribute('aria-labelledby', id);
    const close = h('button', { type: 'button', class: 'close', 'aria-label': words.say('close'), title: words.say('close'), onclick: () => this.close() }, this.#map.icon('close'));
    return h('header', { class: 'desk-head' }, h('h2', { id }, words.say(key)), ...more, close);
  }
}
