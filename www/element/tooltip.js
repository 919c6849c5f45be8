import { h } from './dom.js';

const AWAY = 14;

/** The name of what is under the mouse, beside it and inside the box. */
export class Tooltip {
  element = h('div', { class: 'tooltip', part: 'tooltip', 'aria-hidden': 'true' });
  #at = { x: 0, y: 0, touch: false };

  pointerAt(x, y, touch) {
    this.#at = { x, y, touch };
    if (this.element.textContent) this.#place();
  }

  show(title) {
    this.element.textContent = this.#at.touch ? '' : title ?? '';
    if (this.element.textContent) this.#place();
  }

  #place() {
    const { offsetWidth: wide, offsetHeight: tall, offsetParent: box } = this.element;
    if (!box) return;
    const x = this.#at.x + AWAY + wide > box.clientWidth ? this.#at.x - AWAY - wide : this.#at.x + AWAY;
    const y = this.#at.y + AWAY + tall > box.clientHeight ? this.#at.y - AWAY - tall : this.#at.y + AWAY;
    this.element.style.setProperty('translate', `${Math.max(4, x)}px ${Math.max(4, y)}px`);
  }
}
