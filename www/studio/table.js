// A table of flows as a brief: what the table does not say the brief does not either.
import { rowsOf } from './rows.js';

const NEEDED = ['from', 'to', 'source'];
const KNOWN = [...NEEDED, 'value', 'unit', 'year', 'measure', 'text', 'url', 'direction'];
const UNITS = new Set(['usd_bn', 'usd_mn', 'count']);
const TITLE = 'Flows of a table';

const quoted = (text) => `“${text}”`;

/**
 * `{ brief, problems }` of a table with a head: `from`, `to` and `source`, and whichever of `value`, `unit` (usd_bn, usd_mn, count or a
 * word of one's own), `year`, `measure`, `text`, `url` and `direction` (two_way) it has. `countries`: { code: name }; ends may be either.
 * A problem is `{ path, expected, found }` with the line in place of a path.
 */
export function briefOfTable(text, countries) {
  const [head, ...rows] = rowsOf(text);
  const problems = [];
  const wrong = (line, expected, found) => problems.push({ path: `line ${line}`, line, expected, found });
  const names = (head?.cells ?? []).map((name) => name.toLowerCase());
  for (const name of NEEDED) if (!names.includes(name)) wrong(1, `a column ${quoted(name)}`, names.length ? names.map(quoted).join(', ') : 'nothing');
  for (const name of names) if (!KNOWN.includes(name)) wrong(1, `one of ${KNOWN.join(', ')}`, quoted(name));
  if (problems.length) return { problems };

  const codes = new Map(Object.entries(countries).flatMap(([code, name]) => [[code.toLowerCase(), code], [name.toLowerCase(), code]]));
  const brief = emptyBrief();
  const works = new Map();
  for (const { line, cells } of rows) {
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    const ends = [row.from, row.to].map((end) => codes.get(end.toLowerCase()));
    for (const [index, key] of ['from', 'to'].entries()) if (!ends[index]) wrong(line, `a country’s name or code in ${quoted(key)}`, row[key] ? quoted(row[key]) : 'nothing');
    if (ends[0] && ends[0] === ends[1]) wrong(line, 'two different ends', quoted(row.to));
    if (!row.source) wrong(line, 'a source', 'nothing');
    const value = numberOf(row.value);
    if (row.value && value === undefined) wrong(line, 'a number in “value”, such as 18.19', quoted(row.value));
    if (row.year && !/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(row.year)) wrong(line, 'a year, such as 2021 or 2000/2017', quoted(row.year));
    if (row.direction && !['one_way', 'two_way'].includes(row.direction)) wrong(line, 'one_way or two_way', quoted(row.direction));
    if (problems.length || ends.includes(undefined)) continue;
    add(brief, works, { ...row, line, value, ends, countries });
  }
  if (!rows.length) wrong(2, 'a row', 'nothing');
  return problems.length ? { problems } : { brief, problems };
}

/** A decimal point; commas between thousands are understood, a decimal comma is not guessed at. */
const numberOf = (text = '') => (/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined);

const idOf = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'x';

function emptyBrief() {
  return {
    version: 1,
    meta: { title: TITLE, summary: 'Every row of the table is a flow, with its source.', language: 'en', publication: { title: 'A table', author: 'Its author', publisher: 'Its publisher' } },
    sources: {},
    themes: [{ id: 'flows', title: 'Flows' }],
    measures: {},
    units: {},
    actors: {},
    facts: [],
    flows: [],
    layers: [{ id: 'flows', title: 'Flows', visible: true }],
  };
}

function add(brief, works, { line, ends, value, unit, year, measure, text, source, url, direction, countries }) {
  const [from, to] = ends;
  const note = noteOf(brief, works, source, url);
  const what = measure || 'Amount';
  const measureId = idOf(what);
  brief.measures[measureId] ??= { title: what, theme: 'flows' };
  for (const end of ends) brief.actors[end] ??= { role: Object.keys(brief.actors).length ? 'partner' : 'focus' };
  const amount = value === undefined ? {} : { value, unit: unitOf(brief, unit) };
  const said = text || `${countries[from]} ${direction === 'two_way' ? 'and' : 'to'} ${countries[to]}: ${what.toLowerCase()}${value === undefined ? ', amount not given' : ''}.`;
  const id = `row-${line}`;
  brief.facts.push({ id, subject: from, object: to, measure: measureId, ...amount, ...(year ? { period: year } : {}), text: said, cite: { section: 'The table, line', paragraph: line, notes: [note] } });
  brief.flows.push({ id: `flow-${line}`, layer: 'flows', from, to, direction: direction || 'one_way', fact: id });
}

/** A source is a work: the same text is the same one. */
function noteOf(brief, works, source, url) {
  const key = `${source} ${url ?? ''}`;
  if (!works.has(key)) {
    const number = works.size + 1;
    works.set(key, `n${number}`);
    brief.sources[`n${number}`] = { note: number, ...workOf(source), ...(url ? { url } : {}) };
  }
  return works.get(key);
}

/** “Author (2021). Title” is understood; anything else is taken for the name of whoever says so. */
function workOf(source) {
  const [, author, year, title] = source.match(/^(.+?) \((\d{4})\)\.? (.+?)\.?$/) ?? [];
  return author ? { author, year: Number(year), title } : { author: source, title: 'As named in the table' };
}

function unitOf(brief, unit) {
  if (!unit || UNITS.has(unit)) return unit || 'count';
  const id = idOf(unit);
  brief.units[id] ??= { after: ` ${unit}` };
  return id;
}
