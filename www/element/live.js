import { h, said } from './dom.js';

const SENTENCE = /[.!?。…]$/;

/** What is told to who does not see what has changed: the map's one live region. */
export class Live {
  element = h('p', { class: 'unseen', role: 'status' });
  /** Whether what the next picture shows is to be told. */
  isDue = false;

  /** Tells texts, each `{ text, lang }`, in place of what was told before. The same again is told again. */
  say(...texts) {
    this.element.replaceChildren(...texts.flatMap((text) => [said('span', {}, text), SENTENCE.test(text.text) ? ' ' : '. ']));
  }
}
