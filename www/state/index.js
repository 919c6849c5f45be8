// A map's state in the page's address: while the element's attribute asks for it, and in links that a reader copies. Loaded when
// there is one to show, to keep or to copy.
import { foreign, keyOf, read, written } from './fragment.js';
import { momentOf, showMoment } from './moment.js';

/** Something that a reader goes back to; the view is where they were at it. */
const STEPS = ['lens', 'layers', 'select', 'step', 'lang'];
const TELLS_STEP = ['khorgos-lens', 'khorgos-select', 'khorgos-step', 'khorgos-ready'];
// The view is written down when it has been at rest for so long.
const REST_MS = 250;
const EMPTY = { view: '', lens: '', layers: '', select: '', step: '', lang: '' };

const keepers = new WeakMap();

/** Shows what the address says of a map, and keeps its state there until `signal`, as long as the attribute is `hash`. */
export function keep(map, signal) {
  if (keepers.get(map)?.signal === signal) return;
  const keeper = new Keeper(map, signal);
  keepers.set(map, keeper);
  keeper.start();
}

/** The page's address with what a map shows now. */
export function linkTo(map) {
  const members = keepers.get(map)?.members() ?? different(momentOf(map), EMPTY);
  const url = new URL(location.href);
  url.hash = written(location.hash, keyOf(map.element), members);
  return url.href;
}

const different = (moment, from) => Object.fromEntries(Object.entries(moment).filter(([name, value]) => value !== from[name]));

class Keeper {
  signal;
  #map;
  #first; // what the page shows without a state
  #last; // what is written down
  #foreign;
  #isShowing = false;
  #isDue = false;
  #rest;

  constructor(map, signal) {
    this.#map = map;
    this.signal = signal;
  }

  async start() {
    const { element } = this.#map;
    try {
      await element.settled;
      await element.ready;
    } catch {
      return; // there is no map, and the reader has been told why
    }
    if (this.signal.aborted) return;
    this.#first = this.#last = momentOf(this.#map);
    this.#foreign = foreign(location.hash);
    await this.#show();
    const { signal } = this;
    for (const type of TELLS_STEP) element.addEventListener(type, () => this.#stepped(), { signal });
    this.#map.parts.layers.addEventListener('change', () => this.#stepped(), { signal });
    element.addEventListener('khorgos-viewchange', () => this.#moved(), { signal });
    addEventListener('popstate', () => this.#went(), { signal });
  }

  /** What is other than the page shows it by itself. */
  members() {
    return this.#first && different(momentOf(this.#map), this.#first);
  }

  get #isKept() {
    return this.#map.element.state === 'hash' && this.#map.documents.shown && !this.#isShowing && !this.signal.aborted;
  }

  /** Several things that change in one task are one step. */
  #stepped() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (!this.#isKept) return;
      const now = momentOf(this.#map);
      if (STEPS.some((name) => now[name] !== this.#last[name])) this.#write('pushState', now);
    });
  }

  #moved() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(async () => {
      await this.#map.element.settled;
      if (!this.#isKept) return;
      const now = momentOf(this.#map);
      if (now.view !== this.#last.view) this.#write('replaceState', now);
    }, REST_MS);
  }

  #write(how, now) {
    this.#last = now;
    const hash = written(location.hash, keyOf(this.#map.element), different(now, this.#first));
    if (hash !== location.hash) history[how](history.state, '', hash || location.pathname + location.search);
  }

  /** The reader went back or forward, or to an anchor of the page, which leaves the map as it is. */
  async #went() {
    if (this.#map.element.state !== 'hash') return;
    const before = this.#foreign;
    this.#foreign = foreign(location.hash);
    const isAnchor = before !== this.#foreign && read(location.hash, keyOf(this.#map.element)) === undefined;
    if (isAnchor) this.#write('replaceState', momentOf(this.#map));
    else await this.#show();
  }

  async #show() {
    const said = read(location.hash, keyOf(this.#map.element));
    const now = momentOf(this.#map);
    const wanted = { ...this.#first, ...said };
    if (!Object.keys(different(wanted, now)).length) return;
    this.#isShowing = true;
    try {
      await showMoment(this.#map, now, wanted);
      await this.#map.element.settled;
    } finally {
      this.#isShowing = false;
    }
    this.#last = momentOf(this.#map);
  }
}
