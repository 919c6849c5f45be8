import css from '../khorgos.css';
import { systemColors, Theme } from './theme.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The theme that is on, worn by the interface and the map together. */
export class Dress {
  theme = new Theme(() => this.#changed());
  /** Under the theme's. */
  sheets = [sheet];
  #map;

  constructor(map) {
    this.#map = map;
  }

  wear(widget = this.#map.engine.widget) {
    this.#map.element.shadowRoot.adoptedStyleSheets = [...this.sheets, this.theme.sheet];
    if (widget) this.colours()(widget);
  }

  /** What gives a widget the colours that are on now. */
  colours() {
    const { name } = this.theme;
    const system = name === 'forced' ? systemColors(this.#map.element.shadowRoot) : undefined;
    return (widget) => (system ? widget.setSystemColors(...system) : widget.setTheme(name));
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
