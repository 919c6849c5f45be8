// The studio: a text on one side, the map that comes of it on the other, and between them what is wrong.
import { BYTE_ORDER_MARK, download, fileName } from '../takeaway/download.js';
import { placeOf } from './place.js';
import { withDocuments } from './single.js';
import { briefOfTable } from './table.js';

const REST_MS = 400;
// Figures of the brief that ships; the last row's source is the reader's to find.
const TABLE = `from,to,value,unit,year,direction,measure,source,url
Kazakhstan,China,18.19,usd_bn,2021,two_way,Goods trade,State Revenue Committee (2021). Statistics of foreign trade,https://kgd.gov.kz/en/exp_trade_files
Kazakhstan,United States,2.3,usd_bn,2020,two_way,Goods trade,Baldakova (2022). Kazakhstan’s three-way balancing act,https://merics.org/en/report/beyond-blocs-global-views-china-and-us-china-relations
Kazakhstan,Russia,,,,two_way,Goods trade,Without an amount or a year
`;

const at = (id) => document.getElementById(id);
const map = document.querySelector('khorgos-map');
const [text, told, list] = [at('text'), at('told'), at('problems')];
/** What is on the map: the brief as an object, and the base map if one was given. */
let shown = {};
let countries;
let run = 0;

const jsonAt = async (address) => (await fetch(new URL(address, import.meta.url))).json();

/** What a text is: a brief, a base map, or a table of flows. */
function kindOf(written) {
  if (!/^\s*[{[]/.test(written)) return 'table';
  return /"type"\s*:\s*"(FeatureCollection|Topology)"/.test(written.slice(0, 4000)) ? 'map' : 'brief';
}

async function take(written) {
  const mine = (run += 1);
  if (!written.trim()) return tell('', []);
  const kind = kindOf(written);
  if (kind === 'table') {
    countries ??= await jsonAt('assets/map/names/en.json');
    const { brief, problems } = briefOfTable(written, countries);
    if (mine !== run) return undefined;
    return problems.length ? tell('The table cannot be read yet.', problems) : show({ ...shown, brief }, `A table of ${brief.flows.length} flows.`, mine);
  }
  let value;
  try {
    value = JSON.parse(written);
  } catch (cause) {
    if (shown.brief && map.brief !== shown.brief) map.brief = shown.brief; // what was refused before is no longer what is written
    const [, position] = cause.message.match(/position (\d+)/) ?? [];
    return tell('This is no JSON yet.', [{ path: '$', expected: 'JSON', found: cause.message, at: position && Number(position) }]);
  }
  return show({ ...shown, [kind]: value }, kind === 'brief' ? 'A brief.' : 'A base map.', mine);
}

/** Puts documents on the map; what it refuses is listed, and the last good map stays. */
async function show(documents, what, mine) {
  for (const name of ['brief', 'map']) if (documents[name] !== shown[name]) map[name] = documents[name];
  try {
    await map.ready;
  } catch (error) {
    if (mine !== run) return;
    const found = (error.faults ?? []).flatMap(({ problems, message }) => (problems.length ? problems : [{ path: '$', expected: 'a map', found: message }]));
    tell(`${what} ${found.length === 1 ? 'One problem' : `${found.length} problems`}; the last good map is shown.`, found);
    return;
  }
  if (mine !== run) return;
  shown = documents;
  tell(`${what} It is on the map.`, []);
}

function tell(what, problems) {
  told.textContent = what;
  list.replaceChildren(
    ...problems.map((problem) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: problem.path, onclick: () => pointAt(problem) });
      const item = document.createElement('li');
      item.append(button, `: expected ${problem.expected}, found ${problem.found}`);
      return item;
    }),
  );
}

/** Takes the reader to where it is in the text. */
function pointAt({ path, line, at: known }) {
  const written = text.value;
  const lines = written.split('\n');
  const start = line ? lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) : (known ?? placeOf(written, path));
  const [marked] = written.slice(start).match(line ? /^.*/ : /^[^\n,}\]]*/);
  text.focus();
  text.setSelectionRange(start, start + marked.length);
  text.scrollTop = (written.slice(0, start).split('\n').length - 4) * (text.scrollHeight / lines.length);
}

function write(written) {
  text.value = written;
  take(written);
}

let resting;
text.addEventListener('input', () => {
  clearTimeout(resting);
  resting = setTimeout(() => take(text.value), REST_MS);
});

/** A base map is taken as it is; what can be written is written. */
async function openFiles(files) {
  for (const file of files) {
    const written = await file.text();
    if (kindOf(written) === 'map') await take(written);
    else write(written);
  }
}
at('open').addEventListener('change', ({ target }) => openFiles(target.files));
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) openFiles(event.dataTransfer.files);
  else if (event.dataTransfer.getData('text')) write(event.dataTransfer.getData('text'));
});

const indented = (value) => `${JSON.stringify(value, null, 2)}\n`;
const shippedBrief = () => jsonAt('assets/briefs/kazakhstan.json');
const EXAMPLES = { table: async () => TABLE, brief: async () => indented(await shippedBrief()) };
for (const button of document.querySelectorAll('[data-example]')) button.addEventListener('click', async () => write(await EXAMPLES[button.dataset.example]()));

const titleOf = ({ meta } = {}) => (typeof meta?.title === 'string' ? meta.title : 'khorgos');
const briefShown = async () => shown.brief ?? shippedBrief();
const SAVED = {
  brief: async () => ['json', 'application/json', indented(await briefShown())],
  png: async () => ['png', 'image/png', await map.toPNG()],
  svg: async () => ['svg', 'image/svg+xml', await map.toSVG()],
  csv: async () => ['csv', 'text/csv', BYTE_ORDER_MARK + (await map.toCSV())],
  single: async () => {
    const page = await (await fetch(new URL('khorgos.single.html', import.meta.url))).text();
    return ['html', 'text/html', withDocuments(page, titleOf(await briefShown()), shown)];
  },
};
for (const button of document.querySelectorAll('[data-save]')) {
  button.addEventListener('click', async () => {
    try {
      const [ending, type, content] = await SAVED[button.dataset.save]();
      download(fileName(titleOf(await briefShown()), ending), new Blob([content], { type }));
    } catch (cause) {
      told.textContent = `It could not be saved: ${cause.message}`;
    }
  });
}
