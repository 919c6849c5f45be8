import { addresses, bytesOf, fetchAll } from './loading.js';
import { once } from './once.js';

/** One of the two documents that a map needs: what the page gave for it, and its bytes, loaded once. */
export class Input {
  /** How long an answer may be, if the page says so. */
  mostBytes;
  #shipped;
  #given;
  #loading;
  #abort;

  /** `shipped`: the addresses that are used when the page gives nothing. */
  constructor(shipped) {
    this.#shipped = shipped;
  }

  /** A document, an attribute's value, or nothing. */
  get given() {
    return this.#given;
  }

  /** Takes another document; a request for the one before is broken off. */
  give(value) {
    this.drop();
    this.#given = value;
  }

  /** Resolves to `{ parts, url }`. The same promise until something else is given, or it fails. */
  load() {
    this.#loading ??= once(() => this.#start());
    return this.#loading();
  }

  /** Forgets the bytes, and breaks off a request for them. */
  drop() {
    this.#abort?.abort();
    this.#loading = undefined;
  }

  async #start() {
    const isDocument = this.#given !== undefined && typeof this.#given !== 'string';
    if (isDocument) return { parts: [bytesOf(this.#given)] };
    const urls = this.#given ? addresses(this.#given) : this.#shipped;
    this.#abort = new AbortController();
    return { parts: await fetchAll(urls, this.#abort.signal, this.mostBytes), url: urls.join(' ') };
  }
}
