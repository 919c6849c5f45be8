import css from '../khorgos.css';
import { systemColors, Theme } from './theme.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The theme that is on, worn by the interface and the map together. */
export class Dress {
  theme = new Theme(() => this.#changed());
  #map;

  constructor(map) {
    this.#map = map;
  }

  wear(widget = this.#map.engine.widget) {
    const { shadowRoot } = this.#map.element;
    const { name, sheet: colours } = this.theme;
    shadowRoot.adoptedStyleSheets = [sheet, colours];
    if (name === 'forced') widget?.setSystemColors(...systemColors(shadowRoot));
    else widget?.setTheme(name);
  }

  /** Another theme is on: the interface, the map and the legend follow in this very task, as a printer does not wait. */
  #changed() {
    const { engine, lens, stage } = this.#map;
    engine.attempt(() => this.wear());
    if (!engine.widget) return;
    lens.recolour();
    stage.resize();
  }
}
