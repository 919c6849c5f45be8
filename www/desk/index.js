// Search, list and table, settings, the table of keys, and the way to what is taken along. Loaded when one of them is first asked for;
// see element/inner.js.
import css from './desk.css';
import { Dialog } from './dialog.js';
import { Help } from './help.js';
import { Listing } from './listing.js';
import { Search } from './search.js';
import { Settings } from './settings.js';
import { Stock } from './stock.js';
import { ENGLISH } from './words.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const PARTS = { search: Search, list_and_table: Listing, settings: Settings, keyboard: Help };
const desks = new WeakMap();

/** Opens a part for a map. */
export async function open(map, name) {
  PARTS[name] ??= (await import('../share/index.js')).Share;
  if (!desks.has(map)) desks.set(map, new Desk(map));
  desks.get(map).open(name);
}

/** What lies beside one map. */
class Desk {
  #map;
  #parts = {};
  #stock;

  constructor(map) {
    this.#map = map;
    map.words.learn(ENGLISH);
    map.dress.add(sheet);
    map.element.addEventListener('khorgos-ready', () => this.#part()?.write?.());
  }

  open(name) {
    const { documents } = this.#map;
    if (!documents.shown || this.#part()) return; // there is nothing to search yet, or one is open
    this.#parts[name] ??= new PARTS[name](this.#map, () => this.#kept(), Dialog);
    this.#parts[name].open();
  }

  #part() {
    return Object.values(this.#parts).find(({ dialog }) => dialog.isOpen);
  }

  /** What there is to find, for the brief and the language that are shown. */
  #kept() {
    if (!this.#stock?.isOf(this.#map)) this.#stock = new Stock(this.#map);
    return this.#stock;
  }
}
