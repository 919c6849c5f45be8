import { h } from './dom.js';
import { icon } from './icons.js';

/** Buttons that open a card each; of one group, one card at a time. */
export class Disclosures {
  #all = [];
  #words;

  constructor(words) {
    this.#words = words;
  }

  /** Makes the button for `card`. The card is shown while it carries the class `open`; the style sheet may show it always. */
  add(name, key, card, { compact = false } = {}) {
    const button = h(
      'button',
      {
        type: 'button',
        class: compact ? `opener compact opens-${name}` : `opener opens-${name}`,
        'aria-expanded': 'false',
        'aria-controls': card.id,
        onclick: () => this.#set(entry, !card.classList.contains('open')),
      },
      icon(name),
      compact ? undefined : this.#words.bind(h('span'), key),
    );
    if (compact) this.#words.label(button, key);
    const entry = { button, card };
    this.#all.push(entry);
    return button;
  }

  /** Shuts what is open; says whether anything was. The focus goes back to the button if it was inside. */
  close() {
    const open = this.#all.filter(({ card }) => card.classList.contains('open'));
    for (const entry of open) {
      const inside = entry.card.contains(entry.card.getRootNode().activeElement);
      this.#set(entry, false);
      if (inside) entry.button.focus({ preventScroll: true });
    }
    return open.length > 0;
  }

  #set(entry, open) {
    for (const one of this.#all) {
      const shown = one === entry && open;
      one.card.classList.toggle('open', shown);
      one.button.setAttribute('aria-expanded', String(shown));
    }
  }
}
