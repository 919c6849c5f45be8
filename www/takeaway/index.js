// What is taken away: pictures and tables, made by a module of their own. Loaded when somebody first asks; see element/takeaway.js.
import { factsOf } from '../element/citation.js';
import { BYTE_ORDER_MARK, download, fileName } from './download.js';
import { askTwin } from './twin.js';

// What canvases of all browsers can hold.
const MOST_SIDE_PX = 16_384;
const MOST_PX = 2 ** 28;
const PNG_SCALE = 2;

export const svg = (moment) => ask(moment, 'svg');

export const csv = (moment, ids) => ask(moment, 'csv', ids);

export async function png(moment, scale = PNG_SCALE) {
  const [wide, tall] = moment.size.map((px) => Math.round(px * (typeof scale === 'number' ? scale : NaN)));
  if (!(wide > 0 && tall > 0 && Math.max(wide, tall) <= MOST_SIDE_PX && wide * tall <= MOST_PX)) {
    throw new RangeError(`a picture of ${wide} × ${tall} pixels cannot be made; the largest has sides of ${MOST_SIDE_PX} and ${MOST_PX} in all`);
  }
  const canvas = new OffscreenCanvas(wide, tall);
  await ask(moment, 'paintPlate', canvas.getContext('2d'), scale);
  return canvas.convertToBlob({ type: 'image/png' });
}

const TYPES = { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv' };

const save = ({ signal }, title, ending, content) => download(fileName(title, ending), new Blob([content], { type: TYPES[ending] }), signal);

/** The facts of a panel as a file; those of a sum all, also where its panel lists a part of them. */
export async function saveTable(moment, title, ending, panel) {
  const ids = factsOf(panel).map(({ id }) => id);
  const table = panel.kind === 'sum' ? ask(moment, 'csvOfSum', panel.id) : csv(moment, ids);
  save(moment, title, ending, BYTE_ORDER_MARK + (await table));
}

/** The whole map as a file: `png`, `svg` or `csv`. */
export async function saveMap(moment, title, ending, scale) {
  const content = await { png, svg, csv }[ending](moment, scale);
  save(moment, title, ending, ending === 'csv' ? BYTE_ORDER_MARK + content : content);
}

/** Without a map it fails. */
async function ask(moment, method, ...values) {
  const answer = moment.state && (await askTwin(moment, method, ...values));
  if (answer === undefined) throw new Error('there is no map to take away');
  return answer;
}
