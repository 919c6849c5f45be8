import { fetchAll } from './loading.js';
import { once } from './once.js';
import { because } from './patience.js';
import { NAMES, SHIPPED, TEXTS, WORDS } from './shipped.js';

/** Where the brief says that its texts in a language are; nowhere for most languages. */
function translationOf({ parts, url }, lang) {
  if (url === SHIPPED.brief[0]) return TEXTS[lang.split('-')[0]];
  let addresses;
  try {
    addresses = JSON.parse(new TextDecoder().decode(parts[0])).meta.translations;
  } catch {} // the engine says what is wrong with the brief
  const address = addresses?.[lang] ?? addresses?.[lang.split('-')[0]];
  if (typeof address !== 'string') return undefined;
  const base = new URL(url ?? document.baseURI, document.baseURI);
  const found = new URL(address, base);
  if (found.origin !== base.origin) throw because(`is not fetched from another origin than the brief's: ${found.href}`, true);
  return found.href;
}

/** What a language needs: the interface's words, the map's names and the brief's texts, loaded once. */
export class Language {
  #key = [];
  #loading;
  #abort;

  /** Resolves to `{ lang, page, words, names, texts }`; the same promise until another language or brief is asked for. */
  load(lang, brief, withNames) {
    const key = [lang, brief, withNames];
    if (key.some((part, index) => part !== this.#key[index])) {
      this.drop();
      this.#key = key;
    }
    this.#loading ??= once(() => this.#start(lang, brief, withNames));
    return this.#loading();
  }

  /** Forgets it, and breaks off a request for it. */
  drop() {
    this.#abort?.abort();
    this.#loading = undefined;
  }

  async #start(lang, brief, withNames) {
    const code = lang.split('-')[0];
    const { signal } = (this.#abort = new AbortController());
    const get = async (url) => (url ? (await fetchAll([url], signal))[0] : undefined);
    const [words, names, texts] = await Promise.all([
      get(WORDS[code]),
      get(withNames && NAMES[code]),
      // A brief that cannot be had is told of by its own loading.
      brief.then((loaded) => get(translationOf(loaded, lang)), () => undefined),
    ]);
    return { lang, words, names, texts, page: words && JSON.parse(new TextDecoder().decode(words)).page };
  }
}
