import { h } from '../element/dom.js';
import { WORDS } from '../element/shipped.js';
import { Dialog } from './dialog.js';

const THEMES = ['auto', 'light', 'dark', 'contrast'];

/** A language's own name for itself. */
function endonym(lang) {
  try {
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang);
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return lang;
  }
}

/** What the reader may have otherwise: language and colours; and a link to what is seen now. */
export class Settings {
  dialog;
  #map;
  #stockOf;
  #copied = h('span', { class: 'copied', role: 'status' });
  #link = h('input', { class: 'link', type: 'text', readonly: true, dir: 'ltr', hidden: true });

  constructor(map, stockOf) {
    this.#map = map;
    this.#stockOf = stockOf;
    this.dialog = new Dialog(map, 'settings');
  }

  open() {
    this.#copied.textContent = '';
    this.#link.hidden = true;
    this.write();
  }

  /** Writes it in the language of the map; the focus stays where it is. */
  write() {
    const { element, words } = this.#map;
    const focused = element.shadowRoot.activeElement?.id;
    const languages = this.#languages();
    this.#link.setAttribute('aria-label', words.say('copy_link'));
    this.dialog.show(
      this.dialog.head('settings'),
      h(
        'div',
        { class: 'desk-body' },
        languages.length > 1 ? this.#choices('language', languages, words.lang, (lang) => (element.lang = lang)) : undefined,
        this.#choices('theme', THEMES.map((value) => ({ value, text: words.say(`theme_${value}`) })), element.theme, (theme) => (element.theme = theme)),
        h('p', { class: 'actions' }, h('button', { type: 'button', class: 'action', id: 'desk-copy', onclick: () => this.#copy() }, words.say('copy_link')), this.#copied),
        this.#link,
      ),
    );
    if (focused) element.shadowRoot.getElementById(focused)?.focus();
  }

  #choices(key, choices, chosen, choose) {
    const { words } = this.#map;
    const choice = ({ value, text, lang }) =>
      h(
        'label',
        {},
        h('input', { type: 'radio', name: `desk-${key}`, id: `desk-${key}-${value}`, value, checked: value === chosen, onchange: () => choose(value) }),
        h('span', { lang, dir: lang && 'auto' }, text),
      );
    return h('fieldset', { class: 'choices' }, h('legend', {}, words.say(key)), ...choices.map(choice));
  }

  /**
   * Those of the brief and of the interface. A brief in one language is not offered in another: only the interface would follow,
   * which makes sense in English alone, and in what the page has asked for.
   */
  #languages() {
    const { language = 'en', translations = {} } = this.#stockOf().brief.meta;
    const others = Object.keys(translations);
    const known = [language, ...others, 'en', ...(others.length ? Object.keys(WORDS) : [])];
    const chosen = this.#map.words.lang;
    return [...new Set([...known, chosen])].map((lang) => ({ value: lang, text: endonym(lang), lang }));
  }

  /** Hands over a link to what is seen now; where the page may not write to the clipboard, to be copied by hand. */
  async #copy() {
    const { linkTo } = await import('../state/index.js');
    this.#link.value = linkTo(this.#map);
    try {
      await navigator.clipboard.writeText(this.#link.value);
      this.#copied.textContent = this.#map.words.say('copied');
    } catch {
      this.#link.hidden = false;
      this.#link.select();
    }
  }
}
