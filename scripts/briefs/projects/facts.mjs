// Facts: sums by country and class, sums by country and sector, counts, and the larger records one by one.
import { RECORDS } from './names.mjs';
import { CLASSES, COUNTRIES, SECTORS, sumOf } from './records.mjs';
import { NAMES, STATUS, TERMS, counted, dollars, funders, list, millions } from './words.mjs';

/** From this many dollars of 2017 on a record is a fact of its own, and a place if it lies at one. */
export const LIMIT = 100_000_000;

const CODES = Object.values(COUNTRIES);
const UNIT = 'usd2017_mn';
const cite = (section) => ({ section, paragraph: 1, notes: ['dataset', 'geodata'] });

/** The classes that have amounts. */
export const SUMMED = ['oof', 'oda', 'vague'];
export const SECTOR_NAMES = { industry: 'industry, mining and construction', energy: 'energy', transport: 'transport and storage' };

/** All facts of the brief. `shown`: the records that are facts of their own. */
export function factsOf(records, shown) {
  const period = `${Math.min(...records.map((r) => r.year))}/${Math.max(...records.map((r) => r.year))}`;
  const counts = CODES.flatMap((country) => countsOf(country, records.filter((r) => r.country === country), period));
  const sums = (key, kinds, wordsOf) =>
    kinds.flatMap((kind) => CODES.map((country) => sumFact(country, key, kind, records, period, wordsOf(kind)))).filter(Boolean);
  return [
    wholeCount(records, period),
    ...sums('class', SUMMED, (kind) => `given ${TERMS[kind]}`),
    ...sums('sector', Object.values(SECTORS), (kind) => `for ${SECTOR_NAMES[kind]}, loans and grants of all classes together`),
    ...counts,
    ...shown.map(recordFact),
  ];
}

export const isIn = (record) => !record.out;
export const without = (records, reason) => records.filter(({ out }) => out === reason);

function wholeCount(records, period) {
  const missing = without(records, 'amount').length;
  const text = `The file holds ${records.length} records of Chinese-financed projects in five countries that AidData could trace on OpenStreetMap; ${missing} of them have no amount.`;
  return { id: 'records', subject: 'CHN', measure: 'records', value: records.length, unit: 'count', period, text, cite: cite('Whole file') };
}

/** What is added up, exactly, and what is not; the value is rounded, and says so. Nothing where there is nothing to add. */
function sumFact(country, key, kind, all, period, what) {
  const records = all.filter((r) => r.country === country && r[key] === kind);
  const added = records.filter(isIn);
  if (added.length === 0) return undefined;
  const sum = sumOf(added);
  const text = `${NAMES[country]}: ${dollars(sum)} of 2017 ${what}: the sum of ${counted(added.length, 'record')}.`;
  return {
    id: `${kind}-${country}`,
    subject: country,
    object: 'CHN',
    measure: `sum_${kind}`,
    value: millions(sum),
    unit: UNIT,
    qualifier: 'about',
    period,
    text,
    remark: `The value is rounded to a million. ${leftOut(records)}`,
    cite: cite(`Records of ${NAMES[country]}`),
  };
}

function leftOut(records) {
  const parts = [
    [without(records, 'amount'), 'without an amount'],
    [without(records, 'status'), 'only pledged, suspended or cancelled'],
    [without(records, 'part'), 'that another one contains'],
  ];
  const said = parts.filter(([some]) => some.length > 0).map(([some, why]) => `${counted(some.length, 'record')} ${why}`);
  return said.length > 0 ? `Left out: ${list(said)}.` : 'Nothing of the class or sector is left out.';
}

function countsOf(country, records, period) {
  const missing = without(records, 'amount');
  const debt = missing.filter(({ sector }) => sector === 'debt').length;
  const base = { subject: country, object: 'CHN', unit: 'count', period, cite: cite(`Records of ${NAMES[country]}`) };
  const facts = [
    { id: `records-${country}`, ...base, measure: 'records', value: records.length, text: `The file holds ${counted(records.length, 'record')} of ${NAMES[country]}.` },
  ];
  if (missing.length > 0) {
    const debts = debt > 0 ? ` ${debt} of them reschedule or refinance a debt, which is no new money.` : '';
    const text = `For ${counted(missing.length, 'record')} of ${NAMES[country]} the source gives no amount. They are in no sum.${debts}`;
    facts.push({ id: `no-amount-${country}`, ...base, measure: 'no_amount', value: missing.length, text });
  }
  return facts;
}

/** The id of a record's fact. */
export const idOf = ({ id }) => `project-${id}`;

function recordFact(record) {
  const { id, country, status, year, completed, amount, sector } = record;
  const name = RECORDS[id];
  if (!name) throw new Error(`record ${id} has no short name in names.mjs`);
  const ended = status === 'Completion' && completed ? `${STATUS[status]} in ${completed}` : STATUS[status];
  const verb = sector === 'debt' ? 'rescheduled or refinanced' : status === 'Pipeline: Pledge' ? 'pledged' : 'committed';
  const given = amount === undefined ? 'the source gives no amount' : `${dollars(amount)} of 2017`;
  return {
    id: idOf(record),
    subject: country,
    object: 'CHN',
    measure: `project_${record.class}_${country}`,
    ...(amount !== undefined && { value: millions(amount), unit: UNIT, qualifier: 'about' }),
    period: String(year),
    text: `${name}: ${given}, ${verb} in ${year} by ${funders(record.funder)} ${TERMS[record.class]}; ${ended}.`,
    ...(remarkOf(record) && { remark: remarkOf(record) }),
    cite: cite(`Record ${id}`),
  };
}

function remarkOf({ id, out }) {
  if (out === 'status') return 'In no sum: the money was not firmly committed, or was withdrawn.';
  if (out === 'part') return 'In no sum: by its title it is the part drawn of record 40241, which is counted.';
  if (out === 'amount') return 'In no sum.';
  if (id === 40241) return 'The source counts both deposits with Kazakhstan; its geometry for them is 1,200 km apart.';
  return undefined;
}

/** Measures: those of records are apart by country, so that single projects are not set beside each other as if they were sums. */
export function measuresOf(facts) {
  const terms = { oof: 'terms near the market’s (OOF-like)', oda: 'grants and concessional loans (ODA-like)', vague: 'terms not known', corporate: 'corporate aid' };
  const of2017 = 'USD of 2017';
  const all = {
    sum_oof: { title: `Loans on terms near the market’s (OOF-like), ${of2017}`, theme: 'classes' },
    sum_oda: { title: `Grants and concessional loans (ODA-like), ${of2017}`, theme: 'classes' },
    sum_vague: { title: `Official finance, terms not known, ${of2017}`, theme: 'classes' },
    sum_industry: { title: `Industry, mining and construction, all classes, ${of2017}`, theme: 'sectors' },
    sum_energy: { title: `Energy, all classes, ${of2017}`, theme: 'sectors' },
    sum_transport: { title: `Transport and storage, all classes, ${of2017}`, theme: 'sectors' },
    records: { title: 'Records in the file', theme: 'coverage' },
    no_amount: { title: 'Records without an amount', theme: 'coverage' },
  };
  for (const country of CODES) {
    for (const kind of Object.values(CLASSES)) all[`project_${kind}_${country}`] = { title: `Single project, ${terms[kind]}, ${of2017}`, theme: 'projects' };
  }
  const used = new Set(facts.map(({ measure }) => measure));
  return Object.fromEntries(Object.entries(all).filter(([id]) => used.has(id)));
}
