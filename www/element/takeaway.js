import { citationOf, factsOf } from './citation.js';
import { h } from './dom.js';
import { download, fileName } from './download.js';
import { failed } from './faults.js';
import { askTwin } from './twin.js';

// What canvases of all browsers can hold.
const MOST_SIDE_PX = 16_384;
const MOST_PX = 2 ** 28;
const PNG_SCALE = 2;
// Without it some spreadsheets take UTF-8 for something else.
const BYTE_ORDER_MARK = '\ufeff';

/** What a page or a reader takes away: the map as a picture, its facts as a table, a citation. */
export class Takeaway {
  #map;

  constructor(map) {
    this.#map = map;
  }

  async svg() {
    return this.#ask('svg');
  }

  async csv(ids) {
    return this.#ask('csv', ids);
  }

  async png(scale = PNG_SCALE) {
    await this.#map.documents.ready.promise;
    const [wide, tall] = this.#map.stage.size.map((px) => Math.round(px * scale));
    if (!(wide > 0 && tall > 0 && Math.max(wide, tall) <= MOST_SIDE_PX && wide * tall <= MOST_PX)) {
      throw new RangeError(`a picture of ${wide} × ${tall} pixels cannot be made; the largest has sides of ${MOST_SIDE_PX} and ${MOST_PX} in all`);
    }
    const canvas = new OffscreenCanvas(wide, tall);
    await this.#ask('paintPlate', canvas.getContext('2d'), scale);
    return canvas.convertToBlob({ type: 'image/png' });
  }

  citation(panel) {
    return citationOf(panel, this.#map.engine.get('meta'));
  }

  /** The facts of a panel as a file; those of a sum all, also where its panel lists a part of them. */
  async saveTable(panel) {
    const ids = factsOf(panel).map(({ id }) => id);
    const table = () => (panel.kind === 'sum' ? this.#ask('csvOfSum', panel.id) : this.csv(ids));
    await this.#save(panel.title.text, 'csv', async () => BYTE_ORDER_MARK + (await table()), 'text/csv');
  }

  /** Buttons for the whole map. */
  buttons() {
    const { words, engine } = this.#map;
    const make = {
      png: () => this.png(),
      svg: () => this.svg(),
      csv: async () => BYTE_ORDER_MARK + (await this.csv()),
    };
    const types = { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv' };
    const save = (ending) => () => this.#save(engine.get('meta').title.text, ending, make[ending], types[ending]);
    return h(
      'p',
      { class: 'downloads' },
      words.bind(h('span'), 'download'),
      ...Object.keys(make).map((ending) => h('button', { type: 'button', class: 'action', onclick: save(ending) }, ending.toUpperCase())),
    );
  }

  /** Makes a file for the reader, who is told when that fails. */
  async #save(title, ending, make, type) {
    try {
      download(fileName(title, ending), new Blob([await make()], { type }), this.#map.signal);
    } catch (cause) {
      this.#map.documents.tell([failed('engine', `could not be taken away: ${cause?.message ?? cause}`)]);
    }
  }

  /** Waits for the newest documents; without a map it fails. */
  async #ask(method, ...values) {
    const { documents, dress, engine, parts } = this.#map;
    await documents.ready.promise;
    const state = engine.get('state');
    if (!state) throw new Error('there is no map to take away');
    const answer = await askTwin({ ...documents.shown, language: documents.spoken, colours: dress.colours(), state, canvas: parts.canvas }, method, ...values);
    if (answer === undefined) throw new Error('there is no map to take away');
    return answer;
  }
}
