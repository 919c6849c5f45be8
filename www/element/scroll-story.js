import { h, said } from './dom.js';

// A text that is told stands here when the map is narrow.
const LOWER_PART = 0.42;

/** The story of a long page: the map stays while the texts scroll past it, and the one in the middle of the view is told. */
export class ScrollStory {
  element = h('ol', { class: 'steps', part: 'steps', hidden: true });
  #go;
  #facts;
  #observer;
  #at = -1;
  #words;

  /** `go(index)`: a step has come to the middle; `facts(index)`: the reader wants what is behind it. */
  constructor(words, { go, facts }) {
    this.#words = words;
    words.bind(this.element, 'story', 'aria-label');
    this.#go = go;
    this.#facts = facts;
  }

  get isOn() {
    return !this.element.hidden;
  }

  /** The px of the map that the texts pass over: at the end of a wide map's lines, in the lower part of a narrow one. */
  get covers() {
    if (!this.isOn) return { end: 0, bottom: 0 };
    const { clientWidth } = this.element.parentNode.host;
    const wide = this.element.offsetWidth < clientWidth;
    return wide ? { end: this.element.offsetWidth, bottom: 0 } : { end: 0, bottom: this.element.ownerDocument.defaultView.innerHeight * LOWER_PART };
  }

  /** Lays out the engine's list and watches it scroll. */
  start(steps) {
    this.stop();
    this.element.hidden = !steps.length;
    this.element.replaceChildren(...steps.map((step, index) => this.#card(step, index)));
    // A band without height across the middle of the view: at most one step is in it.
    this.#observer = new IntersectionObserver((entries) => this.#passed(entries), { rootMargin: '-50% 0px -50% 0px' });
    for (const card of this.element.children) this.#observer.observe(card);
  }

  stop() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#at = -1;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  #card({ title, text, facts }, index) {
    return h(
      'li',
      { class: 'passing' },
      h(
        'article',
        { class: 'card step' },
        said('h3', {}, title),
        said('p', {}, text),
        facts && h('button', { type: 'button', class: 'step-facts', onclick: () => this.#facts(index) }, this.#words.say('facts_and_sources')),
      ),
    );
  }

  #passed(entries) {
    const entered = entries.filter((entry) => entry.isIntersecting).at(-1);
    if (!entered) return;
    const at = [...this.element.children].indexOf(entered.target);
    if (at === this.#at) return;
    this.#at = at;
    for (const [index, card] of [...this.element.children].entries()) card.classList.toggle('told', index === at);
    this.#go(at);
  }
}
