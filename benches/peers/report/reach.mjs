// What ours is to reach, each as a figure of this run against its limit.
const LONGEST_BLOCK_MS = 50;
const HIT_P95_MS = 0.05;
const CODE_BYTES = 100_000;
const ALL_BYTES = 220_000;
const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

/** Every goal: { text, value, limit, isMet }; `value` is undefined where something lacks, and then it is not met. */
export function reach(summaries, engines, downloads) {
  const of = (work, engine, row, key = 'median') => summaries[work]?.[engine]?.[row]?.[key];
  const ours = (work, row, key) => of(work, 'khorgos', row, key);
  const peers = (filter = () => true) => engines.filter((engine) => !engine.isOurs && filter(engine)).map(({ id }) => id);
  const best = (work, row, filter) => {
    const values = peers(filter).map((id) => of(work, id, row)).filter((value) => value !== undefined);
    return values.length ? Math.min(...values) : undefined;
  };
  const goals = [];
  const goal = (work, text, value, limit) => work in summaries && goals.push({ text, value, limit, isMet: value !== undefined && value <= limit });
  const isCanvas = ({ canvas }) => canvas;

  const b = 'b-50m-12';
  goal(b, '(b) first picture, of d3-geo’s', ratio(ours(b, 'first'), of(b, 'd3', 'first')), 1);
  for (const row of ['pan', 'zoom']) {
    goal(b, `(b) ${row} frame, of d3-geo’s`, ratio(ours(b, row), of(b, 'd3', row)), 0.1);
    goal(b, `(b) ${row} frame, of the fastest canvas peer’s`, ratio(ours(b, row), best(b, row, isCanvas)), 1);
  }
  goal(b, '(b) settled frame, of d3-geo’s', ratio(ours(b, 'settled'), of(b, 'd3', 'settled')), 0.25);
  goal(b, '(b) hit, p95, ms', ours(b, 'pick', 'p95'), HIT_P95_MS);

  const c = 'c-10m-2000';
  for (const row of ['pan', 'zoom']) {
    goal(c, `(c) ${row} frame, of d3-geo’s`, ratio(ours(c, row), of(c, 'd3', row)), 0.05);
    goal(c, `(c) ${row} frame, of the fastest peer’s`, ratio(ours(c, row), best(c, row)), 0.2);
  }
  goal(c, '(c) settled frame, of d3-geo’s', ratio(ours(c, 'settled'), of(c, 'd3', 'settled')), 0.2);
  goal(c, '(c) first picture, of the fastest peer’s', ratio(ours(c, 'first'), best(c, 'first')), 1);
  goal(c, '(c) memory, of the smallest peer’s', ratio(ours(c, 'memory'), best(c, 'memory')), 1);

  const [few, many] = ['d-50m-1000', 'd-50m-100000'];
  for (const row of ['pan', 'settled']) goal(many, `(d) ${row} frame with 100,000 flows, of that with 1,000`, ratio(ours(many, row), ours(few, row)), 2);
  const [middle, fine] = ['e-50m-12', 'e-10m-12'];
  for (const row of ['pan', 'settled']) goal(fine, `(e) ${row} frame of 10m, of that of 50m`, ratio(ours(fine, row), ours(middle, row)), 1.3);

  for (const work of Object.keys(summaries)) {
    const value = ours(work, 'block', 'p95');
    if (value !== undefined) goal(work, `(${work[0]}) longest block after the first picture, ms`, value, LONGEST_BLOCK_MS);
  }
  const { code, a: all } = downloads.khorgos;
  goals.push({ text: 'download: code, bytes after brotli', value: code, limit: CODE_BYTES, isMet: code <= CODE_BYTES });
  goals.push({ text: 'download: all that the default brief needs, bytes after brotli', value: all, limit: ALL_BYTES, isMet: all <= ALL_BYTES });
  return goals;
}
