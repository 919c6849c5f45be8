import { h, said } from './dom.js';

const ACROSS = { ArrowRight: 1, ArrowLeft: -1 };
const ALONG = { ArrowDown: 1, ArrowUp: -1 };

/** One choice of several: which lens the map is seen through, or none. Arrow keys go round, as in every group of radio buttons. */
export class Lenses {
  element = h('div', { class: 'lenses', part: 'lenses', role: 'radiogroup', hidden: true, onkeydown: (event) => this.#key(event) });
  #choose;
  #words;
  #buttons = [];

  /** `choose(id, opens)` hears what the reader chose, also when it was chosen before; an arrow key opens nothing. */
  constructor(words, choose) {
    this.#choose = choose;
    this.#words = words;
    words.bind(this.element, 'lenses', 'aria-label');
  }

  /** Shows the engine's list. */
  show(lenses) {
    const all = [{ title: this.#words.said('no_lens') }, ...lenses];
    this.#buttons = all.map(({ id, title }) => said('button', { type: 'button', class: 'lens', role: 'radio', 'data-lens': id, onclick: () => this.#choose(id, true) }, title));
    this.element.replaceChildren(...this.#buttons);
    this.element.hidden = !lenses.length;
    this.set(lenses.find(({ chosen }) => chosen)?.id);
  }

  /** Marks what is chosen. */
  set(id) {
    const at = this.#buttons.findIndex((button) => button.dataset.lens === (id ?? undefined));
    for (const [index, button] of this.#buttons.entries()) {
      button.setAttribute('aria-checked', String(index === at));
      button.tabIndex = index === at ? 0 : -1;
    }
    // Only the row scrolls, not the page around it.
    const middle = (node) => {
      const { left, width } = node.getBoundingClientRect();
      return left + width / 2;
    };
    if (this.#buttons[at]) this.element.scrollLeft += middle(this.#buttons[at]) - middle(this.element);
  }

  #key(event) {
    const way = ALONG[event.key] ?? (this.#words.isMirrored ? -1 : 1) * ACROSS[event.key];
    const at = this.#buttons.indexOf(event.target);
    if (!way || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = this.#buttons.at((at + way) % this.#buttons.length);
    next.focus({ preventScroll: true });
    this.#choose(next.dataset.lens, false);
  }
}
