// How a number, a record and a list are put into words.

export const NAMES = { KAZ: 'Kazakhstan', UZB: 'Uzbekistan', TKM: 'Turkmenistan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan' };

/** The classes as they stand in a sentence. */
export const TERMS = {
  oof: 'on terms near the market’s (OOF-like)',
  oda: 'as a grant or on concessional terms (ODA-like)',
  vague: 'on terms that the source could not tell (vague official finance)',
  corporate: 'as corporate aid',
};

/** `1234567` → `1,234,567`. */
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

export const dollars = (amount) => `USD ${grouped(amount)}`;
export const millions = (amount) => Math.round(amount / 1e6);
export const inMillions = (amount) => `USD ${grouped(millions(amount))} million`;

/** `1 record`, `2 records`. */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `a, b and c`. */
export const list = (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`);

const FUNDERS = {
  'China Development Bank (CDB)': 'China Development Bank',
  'Bank of China (BOC)': 'Bank of China',
  'Industrial and Commercial Bank of China (ICBC)': 'Industrial and Commercial Bank of China',
  'China Construction Bank Corporation (CCB)': 'China Construction Bank',
  'China Ministry of Commerce': 'China’s Ministry of Commerce',
  'China Nonferrous Metals International Mining Co. Ltd (CNMIM)': 'China Nonferrous Metals International Mining',
  'CNMC International Capitals Company Limited (CNMC)': 'CNMC International Capitals',
  'Unspecified Chinese Government Institution': 'a Chinese government institution',
};

export const funders = (names) => list(names.map((name) => FUNDERS[name] ?? name));

export const STATUS = {
  Completion: 'completed',
  Implementation: 'being carried out when the source was compiled',
  'Pipeline: Commitment': 'committed, and not begun when the source was compiled',
  'Pipeline: Pledge': 'only pledged',
  Suspended: 'suspended',
  Cancelled: 'cancelled',
};
