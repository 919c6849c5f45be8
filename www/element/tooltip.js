import { h, said } from './dom.js';

const AWAY = 14;
// Above a finger, which hides what is under it.
const ABOVE = 36;

/** Name and main value of what the pointer is at, beside it and inside the box. */
export class Tooltip {
  element = h('div', { class: 'tooltip', part: 'tooltip', 'aria-hidden': 'true' });
  #at = { x: 0, y: 0, touch: false };

  pointerAt({ offsetX: x, offsetY: y, pointerType }) {
    this.#at = { x, y, touch: pointerType === 'touch' };
    if (this.element.firstChild) this.#place();
  }

  /** Shows what the engine says of a thing, or nothing. */
  show(named) {
    this.element.replaceChildren(...(named ? [said('b', {}, named.title), ...(named.note ? [said('span', {}, named.note)] : [])] : []));
    if (named) this.#place();
  }

  #place() {
    const { offsetWidth: wide, offsetHeight: tall, offsetParent: box } = this.element;
    if (!box) return;
    const { touch } = this.#at;
    const right = this.#at.x + (touch ? -wide / 2 : AWAY);
    const x = right + wide > box.clientWidth ? this.#at.x - AWAY - wide : right;
    const y = touch || this.#at.y + AWAY + tall > box.clientHeight ? this.#at.y - (touch ? ABOVE : AWAY) - tall : this.#at.y + AWAY;
    this.element.style.setProperty('translate', `${Math.max(4, x)}px ${Math.max(4, y)}px`);
  }
}
