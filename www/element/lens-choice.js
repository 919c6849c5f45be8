import { Lenses } from './lenses.js';
import { check } from './settings.js';

/** The lens that the map is seen through: chosen by the reader, asked for by the attribute, or set by the story. */
export class LensChoice {
  tabs;
  #reflecting = false; // the attribute is being set to what the map has already
  #map;

  constructor(map) {
    this.#map = map;
    this.tabs = new Lenses(map.words, (id, opens) => this.#choose(id, opens));
  }

  /** The attribute has a value, or none. */
  asked(id) {
    const { documents, engine, choice } = this.#map;
    if (this.#reflecting || !documents.shown) return;
    engine.tell('setLens', id ?? undefined);
    check(this.#map, 'lens', id, engine.get('lenses')?.map((lens) => lens.id));
    if (id !== null) this.#openBalance();
    else if (choice.shows === 'lens') choice.shut();
  }

  /** The engine has another lens. */
  is(id) {
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
