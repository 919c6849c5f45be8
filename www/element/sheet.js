import { h } from './dom.js';

const HEIGHTS = ['peek', 'half', 'full'];
const PEEK_PX = 148;
const CLICK_PX = 5;

/** On a narrow map the panel is a sheet of three heights; the handle on its top drags it, or steps through them. */
export class Sheet {
  handle;
  #panel;
  #drag;
  #dragged = false;
  #pressed = false;
  #dismiss;
  #changed;
  #words;

  constructor(panel, words, { dismiss, changed }) {
    this.#words = words;
    this.#panel = panel;
    this.#dismiss = dismiss;
    this.#changed = changed;
    this.handle = h('button', {
      type: 'button',
      class: 'handle',
      onpointerdown: (event) => this.#start(event),
      onpointermove: (event) => this.#move(event),
      onpointerup: (event) => this.#end(event),
      onpointercancel: (event) => this.#end(event),
      onclick: (event) => this.#step(event),
      onkeydown: (event) => this.#key(event),
    });
    words.bind(this.handle, 'height', 'title');
    this.set('half');
  }

  /** The px of the map that the sheet is meant to cover once it has come to rest; at its full height the map has no say any more. */
  get covers() {
    const box = this.#panel.offsetParent?.clientHeight ?? 0;
    return this.#panel.dataset.height === 'peek' ? PEEK_PX : box / 2;
  }

  set(height) {
    this.#panel.dataset.height = height;
    this.handle.setAttribute('aria-label', this.#words.say(`height_${height}`));
  }

  #to(height) {
    if (height === this.#panel.dataset.height) return;
    this.set(height);
    this.#changed();
  }

  #step(event) {
    // The click that ends a drag is not a step, nor one of a tap on the map over which the sheet has come; a click by the
    // keyboard (without detail) always is.
    const isOwn = this.#pressed && !this.#dragged;
    this.#pressed = false;
    if (event.detail && !isOwn) return;
    const at = HEIGHTS.indexOf(this.#panel.dataset.height);
    this.#to(HEIGHTS[(at + 1) % HEIGHTS.length]);
  }

  #key(event) {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const at = HEIGHTS.indexOf(this.#panel.dataset.height) + way;
    this.#to(HEIGHTS[Math.min(HEIGHTS.length - 1, Math.max(0, at))]);
  }

  #start(event) {
    this.handle.setPointerCapture(event.pointerId);
    const tall = this.#panel.offsetHeight;
    this.#drag = { y: event.clientY, tall, scale: tall / this.#panel.getBoundingClientRect().height }; // the page may be scaled
    this.#dragged = false;
    this.#pressed = true;
  }

  #move(event) {
    if (!this.#drag) return;
    const up = (this.#drag.y - event.clientY) * this.#drag.scale;
    this.#dragged ||= Math.abs(up) > CLICK_PX;
    if (!this.#dragged) return;
    this.#panel.classList.add('dragged');
    this.#panel.style.setProperty('--sheet', `${Math.max(0, this.#drag.tall + up)}px`);
  }

  #end() {
    if (!this.#drag) return;
    const tall = this.#panel.offsetHeight;
    this.#drag = undefined;
    this.#panel.classList.remove('dragged');
    this.#panel.style.removeProperty('--sheet');
    if (!this.#dragged) return;
    const box = this.#panel.offsetParent.clientHeight;
    if (tall < PEEK_PX * 0.6) this.#dismiss();
    else if (tall < (PEEK_PX + box / 2) / 2) this.#to('peek');
    else this.#to(tall < box * 0.72 ? 'half' : 'full');
  }
}
