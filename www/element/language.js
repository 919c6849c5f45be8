import { fetchAll } from './loading.js';

/** Languages that the interface speaks beside English, and those in which the shipped map has names of countries. */
export const WORDS = new Set(['kk', 'ru', 'zh', 'fa']);
export const NAMES = new Set(['ar', 'az', 'fa', 'kk', 'ky', 'mn', 'ru', 'tg', 'tk', 'tr', 'ug', 'uz', 'zh']);

const beside = (path) => new URL(path, import.meta.url).href;

/** Where the brief says that its texts in a language are; nowhere for most languages. */
function translationOf({ parts, url }, lang) {
  let addresses;
  try {
    addresses = JSON.parse(new TextDecoder().decode(parts[0])).meta.translations;
  } catch {} // the engine says what is wrong with the brief
  const address = addresses?.[lang] ?? addresses?.[lang.split('-')[0]];
  if (typeof address !== 'string') return undefined;
  const base = new URL(url ?? document.baseURI, document.baseURI);
  const found = new URL(address, base);
  if (found.origin !== base.origin) throw new Error(`is not fetched from another origin than the brief's: ${found.href}`);
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
    this.#loading ??= this.#start(lang, brief, withNames);
    return this.#loading;
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
    const shipped = (known, path) => (known.has(code) ? beside(path) : undefined);
    const [words, names, texts] = await Promise.all([
      get(shipped(WORDS, `assets/words/${code}.json`)),
      get(withNames && shipped(NAMES, `assets/map/names/${code}.json`)),
      // A brief that cannot be had is told of by its own loading.
      brief.then((loaded) => get(translationOf(loaded, lang)), () => undefined),
    ]);
    return { lang, words, names, texts, page: words && JSON.parse(new TextDecoder().decode(words)).page };
  }
}
