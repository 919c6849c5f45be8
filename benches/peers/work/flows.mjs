import { random } from './random.mjs';

const MOST_PX = 14; // as ours has it: many flows are narrower than few
const LEAST_PX = 1.5;
const LEAST_MOST_PX = 4;
const FEW = 30;

/** `count` flows between `nodes` ({ id, at }), with amounts as trade has them: few large ones, many small ones. */
export function seededFlows(nodes, count, seed) {
  const next = random(seed);
  const below = (limit) => Math.min(Math.floor(next() * limit), limit - 1);
  const pairs = new Set();
  const flows = [];
  const room = nodes.length * (nodes.length - 1);
  while (flows.length < count) {
    const from = below(nodes.length);
    const to = (from + 1 + below(nodes.length - 1)) % nodes.length;
    const value = Math.round(1 + 999 * next() ** 4);
    const pair = `${from} ${to}`;
    if (pairs.has(pair) && pairs.size < room) continue; // every pair comes once before one comes twice
    pairs.add(pair);
    flows.push({ from: nodes[from].id, to: nodes[to].id, ends: [nodes[from].at, nodes[to].at], value });
  }
  return withWidths(flows);
}

/** The same flows with `width_px` in proportion to `value`; 2 px where there is none, as our map has it. */
export function withWidths(flows) {
  const values = flows.map(({ value }) => value).filter(Number.isFinite);
  const most = Math.max(MOST_PX * Math.sqrt(Math.min(FEW / Math.max(values.length, 1), 1)), LEAST_MOST_PX);
  const greatest = values.reduce((a, b) => Math.max(a, b), 0);
  const width = (value) => (Number.isFinite(value) ? Math.max((value / greatest) * most, LEAST_PX) : 2);
  return flows.map((flow) => ({ ...flow, width_px: Math.round(width(flow.value) * 100) / 100 }));
}
