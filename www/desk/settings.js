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

/** What the reader may have otherwise: language and colours. */
export class Settings {
  dialog;
  #map;
  #stockOf;

  constructor(map, stockOf) {
    this.#map = map;
    this.#stockOf = stockOf;
    this.dialog = new Dialog(map, 'settings');
  }

  open() {
    this.write();
  }

  /** Writes it in the language of the map; the focus stays where it is. */
  write() {
    const { element, words } = this.#map;
    const focused = element.shadowRoot.activeElement?.id;
    const languages = this.#languages();
    this.dialog.show(
      this.dialog.head('settings'),
      h(
        'div',
        { class: 'desk-body' },
        languages.length > 1 ? this.#choices('language', languages, words.lang, (lang) => (element.lang = lang)) : undefined,
        this.#choices('theme', THEMES.map((value) => ({ value, text: words.say(`theme_${value}`) })), element.theme, (theme) => (element.theme = theme)),
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
}
