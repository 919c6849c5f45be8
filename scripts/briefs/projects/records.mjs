// AidData's records, and which of them may be added up.

export const COUNTRIES = {
  Kazakhstan: 'KAZ',
  Uzbekistan: 'UZB',
  Turkmenistan: 'TKM',
  'Kyrgyz Republic': 'KGZ',
  Tajikistan: 'TJK',
};

/** AidData's flow classes, and how they are called in ids. */
export const CLASSES = { 'OOF-like': 'oof', 'ODA-like': 'oda', 'Vague (Official Finance)': 'vague', CA: 'corporate' };

/** The sectors that have sums of their own; the others are small. */
export const SECTORS = { 'INDUSTRY, MINING, CONSTRUCTION': 'industry', ENERGY: 'energy', 'TRANSPORT AND STORAGE': 'transport' };

// AidData's own advice for sums: what is committed, under way or done, and nothing twice. The file lacks the column that says
// so of each record. One record is the part of another's facility that was drawn down, by its title.
const COUNTED = ['Completion', 'Implementation', 'Pipeline: Commitment'];
const PART_OF_ANOTHER = /drawn down amount/i;

/**
 * The records by id: `id`, `country`, `class`, `sector`, `status`, `year`, `completed`, `funder`, `amount` in dollars of 2017
 * if the source gives one, `position`, `reach` (km from there to the farthest corner of what it stands for), and `out`, why
 * it is in no sum, if so.
 */
export function recordsOf({ features }) {
  return features.map(record).sort((a, b) => a.id - b.id);
}

function record({ properties: p, geometry }) {
  if (!COUNTRIES[p.recipient] || !CLASSES[p.flow_class]) throw new Error(`record ${p.id}: ${p.recipient}, ${p.flow_class}`);
  return {
    id: p.id,
    country: COUNTRIES[p.recipient],
    class: CLASSES[p.flow_class],
    sector: SECTORS[p.sector] ?? (p.sector.startsWith('ACTION RELATING TO DEBT') ? 'debt' : 'other'),
    status: p.status,
    year: p.year,
    completed: p.completed,
    funder: p.funder.split('|').map((name) => name.trim()),
    amount: p.usd2017,
    position: [p.lon, p.lat],
    reach: Math.max(...corners(geometry.coordinates).map((corner) => km([p.lon, p.lat], corner))),
    out: reasonOut(p),
  };
}

function reasonOut({ usd2017, status, title }) {
  if (usd2017 === undefined) return 'amount';
  if (!COUNTED.includes(status)) return 'status';
  return PART_OF_ANOTHER.test(title) ? 'part' : undefined;
}

const corners = (part) => (typeof part[0] === 'number' ? [part] : part.flatMap(corners));

function km([ax, ay], [bx, by]) {
  const DEGREE_KM = 111.2;
  return Math.hypot((bx - ax) * Math.cos((ay * Math.PI) / 180), by - ay) * DEGREE_KM;
}

/** Dollars of 2017, whole and therefore exact. */
export const sumOf = (records) => records.reduce((sum, { amount }) => sum + amount, 0);

/** What a test needs to add up anew: every record, one a line. */
export function tableOf(records) {
  const row = (r) => [r.id, r.country, r.class, r.sector, r.status, r.amount ?? '', r.year].join(',');
  return `${['id,country,class,sector,status,usd2017,year', ...records.map(row)].join('\n')}\n`;
}
