import contrastDark from '../themes/contrast-dark.css';
import contrastLight from '../themes/contrast-light.css';
import dark from '../themes/dark.css';
import forced from '../themes/forced.css';
import light from '../themes/light.css';
import print from '../themes/print.css';
import { h } from './dom.js';
import { WORDS } from './vocabulary.js';

const SHEETS = new Map(
  Object.entries({ light, dark, 'contrast-light': contrastLight, 'contrast-dark': contrastDark, forced, print }).map(([name, css]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [name, sheet];
  }),
);
const MEDIA = { dark: '(prefers-color-scheme: dark)', contrast: '(prefers-contrast: more)', forced: '(forced-colors: active)', print: 'print' };
const SYSTEM = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'GrayText'];

/** Which theme is on: what the page asks for, what the reader prefers, and paper. Its name is that of its style sheet. */
export class Theme {
  #asked = 'auto';
  #printing = false;
  #media = mediaOf(window);
  #changed;
  #last = this.name;

  /** `changed()` is called when another theme is on. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Forced colours and paper are not the page's to choose. */
  get name() {
    const { dark, contrast, forced, print } = this.#media;
    if (this.isPrint) return 'print';
    if (forced.matches) return 'forced';
    const shade = dark.matches ? 'dark' : 'light';
    if (this.#asked === 'contrast' || (this.#asked === 'auto' && contrast.matches)) return `contrast-${shade}`;
    return this.#asked === 'auto' ? shade : this.#asked;
  }

  get isPrint() {
    return this.#printing || this.#media.print.matches;
  }

  get sheet() {
    return SHEETS.get(this.name);
  }

  get asked() {
    return this.#asked;
  }

  ask(asked) {
    this.#asked = WORDS.theme.includes(asked) ? asked : 'auto';
    this.#tell();
  }

  /** Follows the reader's wishes as `view` has them, the window of the map's document. */
  watch(view, signal) {
    this.#media = mediaOf(view);
    const printing = (is) => () => {
      this.#printing = is;
      this.#tell();
    };
    // The reader's colours may be others while they stay forced.
    for (const list of Object.values(this.#media)) list.addEventListener('change', () => this.#tell(list !== this.#media.print), { signal });
    view.addEventListener('beforeprint', printing(true), { signal });
    view.addEventListener('afterprint', printing(false), { signal });
    this.#tell();
  }

  #tell(always = false) {
    if (this.name === this.#last && !(always && this.name === 'forced')) return;
    this.#last = this.name;
    this.#changed();
  }
}

const mediaOf = (view) => Object.fromEntries(Object.entries(MEDIA).map(([name, query]) => [name, view.matchMedia(query)]));

/** The system's colours as they are inside `root`, each 0xRRGGBB, in the engine's order. */
export function systemColors(root) {
  const probe = h('span', { hidden: true });
  root.append(probe);
  const read = SYSTEM.map((name) => {
    probe.style.setProperty('color', name);
    const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    return red * 0x10000 + green * 0x100 + blue;
  });
  probe.remove();
  return read;
}
