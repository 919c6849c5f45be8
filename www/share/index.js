// What a reader takes along or passes on: a link to what is seen, pictures, the facts, a citation, the code that embeds the map.
// Loaded when it is first asked for; see desk/index.js.
import { h } from '../element/dom.js';
import css from './share.css';
import { bibtex, cslJson, embedCode } from './formats.js';
import { ENGLISH } from './words.js';

const SCALES = [1, 2, 4];
// The script that this one was loaded by, where it stands beside it as it was built.
const OWN = 'khorgos_share.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

export class Share {
  dialog;
  #map;
  #stockOf;
  #copied = h('span', { class: 'copied', role: 'status' });
  #link = h('input', { class: 'link', type: 'text', readonly: true, dir: 'ltr', hidden: true });
  #citation;

  /** `Dialog`: the desk's. */
  constructor(map, stockOf, Dialog) {
    this.#map = map;
    this.#stockOf = stockOf;
    this.dialog = new Dialog(map, 'share');
    map.words.learn(ENGLISH);
    map.dress.add(sheet);
  }

  open() {
    this.#copied.textContent = '';
    this.#link.hidden = true;
    this.#citation = undefined;
    this.write();
  }

  /** Writes it in the language of the map; the focus stays where it is. */
  write() {
    const { element, words } = this.#map;
    const focused = element.shadowRoot.activeElement?.id;
    const embed = this.#embedCode();
    this.#link.setAttribute('aria-label', words.say('copy_link'));
    this.dialog.show(
      this.dialog.head('share'),
      h(
        'div',
        { class: 'desk-body' },
        h('p', { class: 'actions' }, this.#button('link', words.say('copy_link'), () => this.#copyLink()), this.#copied),
        this.#link,
        this.#part('picture', ...SCALES.map((scale) => this.#picture(scale)), this.#button('svg', 'SVG', () => this.#map.takeaway.save('svg'))),
        this.#part('all_facts', this.#button('csv', 'CSV', () => this.#map.takeaway.save('csv'))),
        ...this.#citing(),
        ...(embed ? [this.#part('embed', this.#button('embed', words.say('copy'), () => this.#copy(embed))), this.#text('embed', embed)] : []),
      ),
    );
    if (focused) element.shadowRoot.getElementById(focused)?.focus();
  }

  #button(name, text, onclick) {
    return h('button', { type: 'button', class: 'action', id: `desk-take-${name}`, onclick }, text);
  }

  #part(key, ...buttons) {
    const id = `desk-part-${key}`;
    return h('section', { role: 'group', 'aria-labelledby': id }, h('h3', { id }, this.#map.words.say(key)), h('p', { class: 'actions' }, ...buttons));
  }

  #text(key, value) {
    return h('textarea', { readonly: true, dir: 'ltr', rows: 4, spellcheck: 'false', 'aria-label': this.#map.words.say(key) }, value);
  }

  #picture(scale) {
    const size = this.#map.stage.size.map((px) => this.#map.words.count(px * scale)).join(' × ');
    return this.#button(`png-${scale}`, `PNG ${size}`, () => this.#map.takeaway.save('png', scale));
  }

  #citing() {
    const { brief } = this.#stockOf();
    const { publication } = brief.meta;
    const { words, engine } = this.#map;
    const formats = [
      ['plain', words.say('plain_text'), () => [engine.get('meta').publication, publication.url].filter(Boolean).join(' ')],
      ['bibtex', 'BibTeX', () => bibtex(publication)],
      ['csl', 'CSL-JSON', () => cslJson(publication)],
    ];
    const button = ([name, title, make]) =>
      this.#button(name, title, () => {
        this.#citation = make();
        this.write();
        this.#copy(this.#citation);
      });
    return [this.#part('cite', ...formats.map(button)), ...(this.#citation ? [this.#text('cite', this.#citation)] : [])];
  }

  /** Nothing where another tool has put the script elsewhere, or where the page has handed over its documents as objects. */
  #embedCode() {
    const { element } = this.#map;
    const isBeside = import.meta.url.endsWith(`/${OWN}`);
    if (!isBeside || [element.brief, element.map].some((given) => typeof given === 'object' && given)) return undefined;
    return embedCode(element, import.meta.url.replace(OWN, 'khorgos.js'));
  }

  async #copy(text) {
    this.#copied.textContent = '';
    try {
      await navigator.clipboard.writeText(text);
      this.#copied.textContent = this.#map.words.say('copied');
      return true;
    } catch {
      return false; // it is there to be copied by hand
    }
  }

  /** A link to what is seen now; where the page may not write to the clipboard, to be copied by hand. */
  async #copyLink() {
    try {
      const { linkTo } = await import('../state/index.js');
      this.#link.value = linkTo(this.#map);
    } catch (cause) {
      return this.#map.documents.regret('could not be linked to', cause);
    }
    if (await this.#copy(this.#link.value)) return;
    this.#link.hidden = false;
    this.#link.select();
  }
}
