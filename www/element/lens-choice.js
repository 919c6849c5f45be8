import { Lenses } from './lenses.js';
import { check } from './settings.js';

/** The lens that the map is seen through: chosen by the reader, asked for by the attribute, or set by the story. */
export class LensChoice {
  tabs;
  #reflecting = false; // the attribute is being set to what the map has already
  #given; // the lens that the page asked for, until the map has another one
  #map;

  constructor(map) {
    this.#map = map;
    this.tabs = new Lenses(map.words, (id, opens) => this.#choose(id, opens));
  }

  /** The attribute has a value, or none. */
  asked(id) {
    const { documents, engine, choice } = this.#map;
    if (this.#reflecting) return;
    this.#given = id;
    if (!documents.shown) return;
    engine.tell('setLens', id ?? undefined);
    if (documents.ready.settled) this.#check(); // else it may be one of the brief that is to come
    if (id !== null) this.#openBalance();
    else if (choice.shows === 'lens') choice.shut();
  }

  /** There is another brief, language or map, which does not show the attribute's lens. */
  meet() {
    const { engine, element } = this.#map;
    engine.tell('setLens', element.lens);
    this.#check();
    this.#openBalance();
  }

  /** Tells the page that the brief does not have the lens that it asked for. */
  #check() {
    check(this.#map, 'lens', this.#given ?? null, this.#map.engine.get('lenses')?.map(({ id }) => id));
  }

  /** The engine has another lens. */
  is(id) {
    if (id !== this.#given) this.#given = undefined;
    this.#reflecting = true;
    this.#map.element.lens = id;
    this.#reflecting = false;
    this.tabs.set(id);
    this.#map.surround.drawLayers();
    this.#map.fire('khorgos-lens', id);
  }

  /** The balance has the map's colours and its language. */
  recolour() {
    const { choice } = this.#map;
    if (choice.shows === 'lens' && choice.panel.isOpen) this.#openBalance();
  }

  /** The reader chose a lens, or none: its panel opens, also if it was chosen before; by an arrow key only in place of another's. */
  #choose(id, opens) {
    const { choice, engine } = this.#map;
    const isOpen = choice.shows === 'lens' && choice.panel.isOpen;
    engine.tell('setLens', id);
    if (!id && isOpen) choice.shut();
    else if (opens || isOpen) this.#openBalance();
  }

  #openBalance() {
    const { engine, choice } = this.#map;
    const data = engine.get('lensPanel');
    if (!data) return;
    if (choice.selected) choice.dismiss();
    choice.open('lens', data, false);
  }
}
