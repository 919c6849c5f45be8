import { h, said } from './dom.js';
import { icon } from './icons.js';
import { meant } from './keys.js';

const WAYS = { ArrowRight: 1, ArrowLeft: -1 };
const LETTERS = { n: 1, p: -1 };

/** The card that tells the story step by step, and the button that opens it. */
export class Story {
  opener = h('button', { type: 'button', class: 'opener opens-story', 'aria-expanded': 'false', 'aria-controls': 'story', hidden: true, onclick: () => this.#act.open() }, icon('story'));
  card;
  #act;
  #at = -1;
  #steps = [];
  #count = h('p', { class: 'count' });
  #texts = h('div', { class: 'texts' });
  #previous;
  #next;
  #facts;
  #words;

  /** `act`: `open()`, `go(index)`, `facts(index)` and `end()`, as the reader asks for them; `areKeysOff()`: whether letters do nothing. */
  constructor(words, act) {
    this.#words = words;
    this.#act = act;
    this.opener.append(words.bind(h('span'), 'story'));
    const button = (name, kind, key, onclick) => words.label(h('button', { type: 'button', class: kind, onclick }, icon(name)), key);
    this.#previous = button('previous', 'step-button to-previous', 'previous_step', () => this.#go(-1));
    this.#next = button('next', 'step-button to-next', 'next_step', () => this.#go(1));
    this.#facts = words.bind(h('button', { type: 'button', class: 'step-facts', onclick: () => act.facts(this.#at) }), 'facts_and_sources');
    const end = button('close', 'close', 'end_story', () => act.end());
    this.card = h(
      'section',
      { class: 'story card', part: 'story', id: 'story', tabindex: -1, hidden: true, onkeydown: (event) => this.#key(event) },
      h('div', { class: 'story-head' }, this.#count, end),
      this.#texts,
      h('div', { class: 'story-foot' }, this.#facts, this.#previous, this.#next),
    );
    words.bind(this.card, 'story', 'aria-label');
  }

  /** The step that is told, or -1. */
  get at() {
    return this.#at;
  }

  /**
   * Takes the engine's list. All texts lie in one cell, so that the card is as tall as the longest and its buttons stay
   * where they are.
   */
  show(steps, { opener }) {
    this.#steps = steps;
    this.opener.hidden = !steps.length || !opener;
    this.#texts.replaceChildren(...steps.map(({ title, text }) => h('article', { class: 'step' }, said('h3', {}, title), said('p', {}, text))));
    this.close();
  }

  /** Shows a step; says whether the card was shut before. */
  set(index) {
    const opens = this.card.hidden;
    this.#at = index;
    const count = this.#steps.length;
    for (const [number, article] of [...this.#texts.children].entries()) article.classList.toggle('told', number === index);
    this.#texts.scrollTop = 0;
    const numbers = [index + 1, count].map((number) => this.#words.count(number));
    this.#count.replaceChildren(
      said('span', { 'aria-hidden': 'true' }, this.#words.said('step_of', ...numbers)),
      said('span', { class: 'unseen' }, this.#words.said('step_of_spoken', ...numbers)),
    );
    this.#previous.setAttribute('aria-disabled', String(index === 0));
    this.#next.setAttribute('aria-disabled', String(index === count - 1));
    this.#facts.hidden = !this.#steps[index].facts;
    this.card.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    if (opens) this.card.focus({ preventScroll: true });
    return opens;
  }

  /** Puts the card away. The focus that was inside goes back to the button. */
  close() {
    const inside = this.card.contains(this.card.getRootNode().activeElement);
    this.#at = -1;
    this.card.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
    if (inside) this.opener.focus({ preventScroll: true });
  }

  #go(way) {
    const to = this.#at + way;
    if (to >= 0 && to < this.#steps.length) this.#act.go(to);
  }

  #key(event) {
    const way = (this.#act.areKeysOff() ? undefined : LETTERS[meant(event)]) ?? (this.#words.isMirrored ? -1 : 1) * WAYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#go(way);
  }
}
