// The brief, put together.
import { LIMIT, SECTOR_NAMES, SUMMED, factsOf, idOf, isIn, measuresOf } from './facts.mjs';
import { placeOf, sitesOf } from './places.mjs';
import { COUNTRIES, SECTORS } from './records.mjs';
import { storyOf } from './story.mjs';
import { NAMES } from './words.mjs';

const CODES = Object.values(COUNTRIES);

// Where flows end, in degrees, apart from one another and from where much is.
const ANCHORS = { KAZ: [67.2, 48.6], UZB: [63.6, 42.2], TKM: [59.2, 39.4], KGZ: [75.2, 41.5], TJK: [71.2, 38.7] };
const HUES = { KAZ: 'blue', UZB: 'green', TKM: 'ochre', KGZ: 'violet', TJK: 'red' };
const SUMMARIES = {
  KAZ: 'Oil, gas and copper: the largest sums of the file.',
  UZB: 'Gas chemistry, and power plants made anew.',
  TKM: 'Few records, and nearly all of the money in one gas field.',
  KGZ: 'Power lines, a power plant, and roads over the mountains.',
  TJK: 'Roads, power and mines; the most records of the five.',
};

const LINES = [
  { id: 'gas-line-a', name: 'Central Asia–China gas pipeline, line A', geometry: 'P2299', carries: 'gas', record: 54489, credit: 'Route: © OpenStreetMap contributors, ODbL 1.0, by way of Global Energy Monitor', remark: 'The route comes from the base map, and reaches beyond what the loan was for: the part of lines A and B in Kazakhstan.' },
  { id: 'kenkiyak-kumkol', name: 'Kenkiyak–Kumkol oil pipeline', geometry: 'P5197', carries: 'crude_oil', record: 54524, credit: 'Route: Global Energy Monitor, CC BY 4.0', remark: 'The route comes from the base map.' },
];

/** The brief. `lies(country, position)` tells whether a point lies in a country of the base map. */
export function briefOf(records, lies) {
  const sites = sitesOf(records, lies);
  const atSites = new Set(sites.flatMap((site) => site.records));
  const shown = records.filter((r) => r.amount >= LIMIT || atSites.has(r));
  const facts = factsOf(records, shown);
  const isFact = (id) => facts.some((fact) => fact.id === id);
  const flows = [...SUMMED, ...Object.values(SECTORS)].flatMap((kind) =>
    CODES.filter((code) => isFact(`${kind}-${code}`)).map((code) => ({
      id: `${kind}-to-${code}`,
      layer: `sum-${kind}`,
      from: 'CHN',
      to: code,
      direction: 'one_way',
      fact: `${kind}-${code}`,
    })),
  );
  return {
    version: 1,
    meta: metaOf(records, sites),
    view: { extent: [47, 35, 93, 54] },
    sources: SOURCES,
    themes: [
      { id: 'classes', title: 'By class of finance' },
      { id: 'sectors', title: 'By sector' },
      { id: 'projects', title: 'Single projects' },
      { id: 'coverage', title: 'What the file holds' },
    ],
    measures: measuresOf(facts),
    units: { usd2017_mn: { title: 'millions of US dollars of 2017', before: 'USD ', after: ' mn' } },
    blocs: Object.fromEntries(CODES.map((code) => [NAMES[code].toLowerCase(), { title: NAMES[code], hue: HUES[code] }])),
    actors: {
      CHN: { role: 'focus', anchor: [84.6, 41.7], summary: 'Its state banks, ministries and state companies gave the finance.' },
      ...Object.fromEntries(
        CODES.map((code) => [code, { role: 'region', bloc: NAMES[code].toLowerCase(), anchor: ANCHORS[code], summary: SUMMARIES[code] }]),
      ),
    },
    facts,
    flows,
    places: sites.map(placeOf),
    lines: LINES.map(({ record, name, ...line }) => ({ ...line, layer: 'pipelines', name: { en: name }, status: 'operating', facts: [`project-${record}`] })),
    layers: LAYERS,
    lenses: lensesOf(facts, shown),
    story: storyOf(facts),
  };
}

function metaOf(records, sites) {
  const tally = (out) => records.filter((r) => r.out === out).length;
  return {
    title: 'Chinese-financed projects in Central Asia',
    summary:
      'Loans and grants from China to five countries, as AidData traced them on the map: amounts in US dollars of 2017, by class of finance and by sector. Projects without a traced location are not in it.',
    language: 'en',
    publication: {
      title: 'Global Chinese Development Finance Dataset, Version 2.0',
      author: 'AidData; locations © OpenStreetMap contributors (ODbL 1.0)',
      publisher: 'AidData at William & Mary',
      year: 2021,
      url: 'https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-2-0',
    },
    notes: [
      'Figures: AidData, Global Chinese Development Finance Dataset 2.0, Open Data Commons Attribution License 1.0. Locations: © OpenStreetMap contributors, Open Database License 1.0. The wording, the short names and the sums are ours.',
      `Only projects whose location AidData traced on OpenStreetMap are in the file: ${records.length} records of five countries. The whole of Chinese finance is larger.`,
      'Amounts are commitments in constant US dollars of 2017, not what was paid out, and not investment: they are loans, export credits and grants. A year is that of the commitment.',
      'Classes are AidData’s. OOF-like: official finance on terms near the market’s, or with a commercial aim. ODA-like: grants and concessional loans meant for development. Vague: official finance of which the terms are not known. A class is never added to another, except where a sum is of a sector.',
      `A sum is exact in its sentence; its value is rounded to a million. Following AidData’s advice it holds what was committed, begun or completed. Left out: ${tally('amount')} records without an amount, ${tally('status')} that were only pledged, suspended or cancelled, and ${tally('part')} that is a part of another. The column in which AidData marks umbrella records is not in the file; the one that a title names so has no amount.`,
      `Sectors are AidData’s: its “${SECTOR_NAMES.industry}” holds most oil and gas fields, pipelines and refineries, too. Health, education, farming, government and disaster relief are in no sum of a sector.`,
      `A place is a site with at least one counted record of USD ${LIMIT / 1e6} million or more, ${sites.length} in all. Roads, railways, power lines and sites far apart are lines or several shapes in the source and have no place here; nor has what the source puts outside its country. A colour stands for the country that received the money.`,
    ],
  };
}

const SOURCES = {
  dataset: {
    author: 'Custer, S., Dreher, A., Elston, T. B., Fuchs, A., Ghose, S., Lin, J., Malik, A., Parks, B. C., Russell, B., Solomon, K., Strange, A., Tierney, M. J., Walsh, K., Zaleski, L., and Zhang, S.',
    year: 2021,
    title: 'Tracking Chinese Development Finance: An Application of AidData’s TUFF 2.0 Methodology',
    container: 'Williamsburg, VA: AidData at William & Mary',
    url: 'https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-2-0',
    comment: 'The Global Chinese Development Finance Dataset, Version 2.0, under ODC-By 1.0.',
  },
  book: {
    author: 'Dreher, A., Fuchs, A., Parks, B. C., Strange, A., and Tierney, M. J.',
    year: 2022,
    title: 'Banking on Beijing: The Aims and Impacts of China’s Overseas Development Program',
    container: 'Cambridge University Press',
    comment: 'The dataset’s authors ask to cite both works.',
  },
  geodata: {
    author: 'AidData',
    year: 2022,
    title: 'china-osm-geodata, commit 23ac34d2 of 28 June 2022',
    container: 'GitHub',
    url: 'https://github.com/aiddata/china-osm-geodata',
    comment: 'Locations of the projects. Geometry: © OpenStreetMap contributors, ODbL 1.0.',
  },
};

// One scale at first: the widths of two classes would be taken for one.
const LAYERS = [
  { id: 'sum-oof', title: 'Loans on terms near the market’s', visible: true },
  { id: 'sum-oda', title: 'Grants and concessional loans', visible: false },
  { id: 'sum-vague', title: 'Terms not known', visible: false },
  { id: 'sum-industry', title: 'Sums for industry and mining', visible: false },
  { id: 'sum-energy', title: 'Sums for energy', visible: false },
  { id: 'sum-transport', title: 'Sums for transport', visible: false },
  { id: 'pipelines', title: 'Pipelines', visible: true },
  { id: 'sites-industry', title: 'Sites: industry and mining', visible: true },
  { id: 'sites-energy', title: 'Sites: energy', visible: true },
  { id: 'sites-transport', title: 'Sites: transport', visible: true },
  { id: 'sites-public', title: 'Sites: public buildings', visible: true },
];

function lensesOf(facts, shown) {
  const largestOf = (isAsked) =>
    shown.filter((r) => isAsked(r) && isIn(r)).sort((a, b) => b.amount - a.amount).slice(0, 8).map(idOf);
  const measured = (measure) => facts.filter((fact) => fact.measure === measure).map(({ id }) => id);
  const sums = (kind) => measured(`sum_${kind}`);
  const ofSector = (id, title, summary, layers) => ({ id, title, summary, layers: [`sum-${id}`, ...layers], facts: [...sums(id), ...largestOf((r) => r.sector === id)] });
  return [
    {
      id: 'loans',
      title: 'Loans',
      summary: 'Loans and export credits on terms near the market’s. What is known to be neither these nor aid is a layer of its own.',
      layers: ['sum-oof'],
      facts: [...sums('oof'), ...sums('vague'), ...measured('no_amount')],
    },
    {
      id: 'aid',
      title: 'Grants and soft loans',
      summary: 'Grants and concessional loans meant for development. Their widths have a scale of their own, which is not that of the loans.',
      layers: ['sum-oda'],
      facts: [...sums('oda'), ...largestOf((r) => r.class === 'oda')],
    },
    ofSector('industry', 'Oil, gas, ore', 'Sums for industry, mining and construction, where AidData puts most fields, pipelines and refineries, too; and the sites.', ['pipelines', 'sites-industry']),
    ofSector('energy', 'Energy', 'Sums for energy, loans and grants alike, mostly for power and heat; and the sites. Most of oil and gas counts as industry.', ['sites-energy']),
    ofSector('transport', 'Transport', 'Sums for roads, railways and tunnels, loans and grants alike. Most are lines in the source and have no place here.', ['sites-transport']),
  ];
}
