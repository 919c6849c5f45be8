import { fetchAll } from './loading.js';

/** Languages that the interface speaks beside English, and those in which the shipped map has names of countries. */
const WORDS = new Set(['kk', 'ru', 'zh', 'fa']);
const NAMES = new Set(['ar', 'az', 'fa', 'kk', 'ky', 'mn', 'ru', 'tg', 'tk', 'tr', 'ug', 'uz', 'zh']);

const beside = (path) => new URL(path, import.meta.url).href;

/** What a language needs: the interface's words and the map's names, loaded once. */
export class Language {
  #key;
  #loading;
  #abort;

  /** Resolves to `{ lang, page, words, names }`; the same promise until another language is asked for. */
  load(lang, withNames) {
    const key = `${lang} ${withNames}`;
    if (key !== this.#key) {
      this.drop();
      this.#key = key;
    }
    this.#loading ??= this.#start(lang, withNames);
    return this.#loading;
  }

  /** Forgets it, and breaks off a request for it. */
  drop() {
    this.#abort?.abort();
    this.#loading = undefined;
  }

  async #start(lang, withNames) {
    const code = lang.split('-')[0];
    this.#abort = new AbortController();
    const get = async (known, path) => (known ? (await fetchAll([beside(path)], this.#abort.signal))[0] : undefined);
    const [words, names] = await Promise.all([
      get(WORDS.has(code), `assets/words/${code}.json`),
      get(withNames && NAMES.has(code), `assets/map/names/${code}.json`),
    ]);
    return { lang, words, names, page: words && JSON.parse(new TextDecoder().decode(words)).page };
  }
}
