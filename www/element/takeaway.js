import { citationOf } from './citation.js';
import { patiently } from './patience.js';

/** What a page or a reader takes away: the map as a picture, its facts as a table, a citation. */
export class Takeaway {
  #map;

  constructor(map) {
    this.#map = map;
  }

  svg() {
    return this.#make('svg');
  }

  csv() {
    return this.#make('csv');
  }

  png(scale) {
    return this.#make('png', scale);
  }

  citation(panel) {
    return citationOf(panel, this.#map.engine.get('meta'));
  }

  saveTable(panel) {
    return this.#save(panel.title.text, 'csv', 'saveTable', panel);
  }

  /** The whole map as a file: `png` (at `scale` pixels for a CSS px), `svg` or `csv`. */
  save(ending, scale) {
    return this.#save(this.#map.engine.get('meta').title.text, ending, 'saveMap', scale);
  }

  /** What makes it is loaded when somebody first asks; it is of the moment of asking. */
  async #make(what, ...values) {
    const { documents, dress, engine, parts, signal, stage } = this.#map;
    const takeaway = patiently(() => import('../takeaway/index.js'), () => !signal?.aborted);
    takeaway.catch(() => {}); // heard of below
    documents.wake();
    await documents.ready.promise;
    const { shown, most, spoken: language } = documents;
    const moment = { ...shown, most, language, look: dress.look(), state: engine.get('state'), canvas: parts.canvas, signal, size: stage.size };
    return (await takeaway)[what](moment, ...values);
  }

  /** Hands the reader a file, and tells when it could not be made. */
  async #save(title, ending, what, ...values) {
    try {
      await this.#make(what, title, ending, ...values);
    } catch (cause) {
      this.#map.documents.regret('could not be taken away', cause);
    }
  }
}
