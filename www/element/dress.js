import css from '../khorgos.css';
import { sheetFor } from './sheets.js';
import { systemColors, Theme } from './theme.js';

const own = new CSSStyleSheet();
own.replaceSync(css);

/** The theme that is on, worn by the interface and the map together. */
export class Dress {
  theme = new Theme(() => this.changed());
  #sheets = [own];
  #family;
  #map;

  constructor(map) {
    this.#map = map;
  }

  wear(widget = this.#map.engine.widget) {
    this.#adopt();
    if (widget) this.look()(widget);
  }

  /** Adds the sheet of a piece that is loaded later. */
  add(sheet) {
    if (this.#sheets.includes(sheet)) return;
    this.#sheets.push(sheet);
    this.#adopt();
  }

  #adopt() {
    const { ownerDocument, shadowRoot } = this.#map.element;
    if (!ownerDocument.defaultView) return; // nobody sees it there
    shadowRoot.adoptedStyleSheets = [...this.#sheets, this.theme.sheet].map((sheet) => sheetFor(ownerDocument, sheet));
  }

  watch(signal) {
    const { ownerDocument } = this.#map.element;
    this.theme.watch(ownerDocument.defaultView, signal);
    // Texts keep the room of the font that stood in for one of the page's until that came.
    ownerDocument.fonts.addEventListener(
      'loadingdone',
      ({ fontfaces }) => fontfaces.some(({ family }) => this.#family?.includes(family.replace(/["']/g, ''))) && this.changed(),
      { signal },
    );
  }

  /** What gives a widget the colours and the font that are on now. */
  look() {
    const { element, parts } = this.#map;
    const { name } = this.theme;
    const system = name === 'forced' ? systemColors(element.shadowRoot) : undefined;
    this.#family = getComputedStyle(parts.box).fontFamily;
    return (widget) => {
      if (this.#family) widget.setFamily(this.#family);
      return system ? widget.setSystemColors(...system) : widget.setTheme(name);
    };
  }

  /** The interface, the map and the legend follow in this very task, as a printer does not wait. */
  changed() {
    const { engine, lens, stage } = this.#map;
    engine.attempt(() => this.wear());
    if (!engine.widget) return;
    lens.recolour();
    stage.resize();
  }
}
