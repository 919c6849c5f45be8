import { factsOf } from './citation.js';
import { h } from './dom.js';

/** What the reader can take away from a panel: its citation and its facts. */
export class PanelFoot {
  element;
  #panel;
  #act;
  #words;
  #copied = h('span', { class: 'copied', 'aria-hidden': 'true' }); // it is told elsewhere
  #citation = h('p', { class: 'citation', dir: 'auto', hidden: true });

  /** `act`: `citation(panel)` gives the text, `copied()` hears that it was copied, `told(text)` that it is there to be copied, `table(panel)` hands over the facts. */
  constructor(words, act) {
    this.#words = words;
    this.#act = act;
    const button = (key, onclick) => words.bind(h('button', { type: 'button', class: 'action', onclick }), key);
    this.element = h(
      'div',
      { class: 'panel-foot', hidden: true },
      h('div', { class: 'actions' }, button('copy_citation', () => this.#cite()), button('table', () => act.table(this.#panel)), this.#copied),
      this.#citation,
    );
  }

  /** Takes another panel's data. Without facts there is nothing to cite. */
  show(panel) {
    this.#panel = panel;
    this.element.hidden = !factsOf(panel).length;
    this.#citation.hidden = true;
    this.#copied.replaceChildren();
  }

  /** Shows the citation and copies it; where the page may not, it is selected for the reader to copy. */
  async #cite() {
    this.#citation.textContent = this.#act.citation(this.#panel);
    this.#citation.hidden = false;
    try {
      await navigator.clipboard.writeText(this.#citation.textContent);
      this.#copied.textContent = this.#words.say('copied');
      this.#act.copied();
    } catch {
      getSelection().selectAllChildren(this.#citation);
      this.#act.told(this.#citation.textContent);
    }
  }
}
