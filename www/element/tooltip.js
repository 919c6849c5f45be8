import { h, said } from './dom.js';

const AWAY = 14;
// Above a finger, which hides what is under it.
const ABOVE = 36;
// Outside the ring of the keyboard.
const BESIDE_RING = 24;
// Who rests so long reads.
const REST_MS = 250;

/**
 * Name and main value of what the pointer or the ring is at, beside it and inside the box. It goes along with the pointer; for one
 * that has rested and then moves towards it, it stays where it is, and can be gone onto.
 */
export class Tooltip {
  element;
  /** Whether it tells of what the ring is at. */
  isAtRing = false;
  #at = { x: 0, y: 0, away: AWAY };
  #moved = 0;
  #far = 0;
  #stays = false;
  #place = { left: 0, top: 0, wide: 0, tall: 0 };

  /** `left()` hears that the pointer was on it and is no more. */
  constructor(left) {
    this.element = h('div', { class: 'tooltip', part: 'tooltip', 'aria-hidden': 'true', onpointerleave: left });
  }

  /** The pointer is at a point of the map. Says whether it is on its way here, so that what it passes is not meant. */
  pointerAt([x, y], { pointerType, timeStamp }) {
    const touch = pointerType === 'touch';
    const far = this.#farFrom(x, y);
    const hasRested = timeStamp - this.#moved >= REST_MS;
    this.#stays = !touch && Boolean(this.element.firstChild) && far < this.#far && (this.#stays || hasRested);
    this.#far = far;
    this.#moved = timeStamp;
    this.element.classList.toggle('stays', this.#stays);
    if (this.#stays) return true;
    this.isAtRing = false;
    this.#at = { x, y, away: AWAY, touch };
    this.#put();
    return false;
  }

  /** The ring is somewhere; that counts where it was the last to go anywhere. */
  ringAt(x, y) {
    if (!this.isAtRing) return;
    this.#at = { x, y, away: BESIDE_RING };
    this.#put();
  }

  /** Shows what the engine says of a thing, or nothing. */
  show(named) {
    this.element.replaceChildren(...(named ? [said('b', {}, named.title), ...(named.note ? [said('span', {}, named.note)] : [])] : []));
    this.#put();
  }

  #put() {
    const { offsetWidth: wide, offsetHeight: tall, offsetParent: box } = this.element;
    if (!this.element.firstChild || !box) return;
    const { x, y, away, touch } = this.#at;
    const right = x + (touch ? -wide / 2 : away);
    const left = Math.max(4, right + wide > box.clientWidth ? x - away - wide : right);
    const top = Math.max(4, touch || y + away + tall > box.clientHeight ? y - (touch ? ABOVE : away) - tall : y + away);
    this.#place = { left, top, wide, tall };
    this.#far = this.#farFrom(x, y);
    this.element.style.setProperty('translate', `${left}px ${top}px`);
  }

  #farFrom(x, y) {
    const { left, top, wide, tall } = this.#place;
    return Math.hypot(Math.max(left - x, 0, x - left - wide), Math.max(top - y, 0, y - top - tall));
  }
}
