// Loose edges strung together to lines.

import { key, place } from "./grid.mjs";

/** Undirected edges [[key, key]…] as lines; they break where `stop` says so and at forks. */
export function chains(edges, stop = () => false) {
  const near = new Map();
  const link = (a, b) => near.set(a, [...(near.get(a) ?? []), b]);
  for (const [a, b] of edges) {
    link(a, b);
    link(b, a);
  }
  for (const ends of near.values()) ends.sort((a, b) => a - b);
  const through = (k) => near.get(k).length === 2 && !stop(k);
  const done = new Set();
  const mark = (a, b) => done.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  const seen = (a, b) => done.has(a < b ? `${a} ${b}` : `${b} ${a}`);
  const walk = (from, to) => {
    const line = [from, to];
    mark(from, to);
    while (through(line.at(-1)) && line.at(-1) !== from) {
      const next = near.get(line.at(-1)).find((k) => !seen(line.at(-1), k));
      if (next === undefined) break;
      mark(line.at(-1), next);
      line.push(next);
    }
    return line.map(place);
  };
  const order = [...near.keys()].sort((a, b) => a - b);
  const lines = [];
  for (const k of [...order.filter((k) => !through(k)), ...order]) {
    for (const to of near.get(k)) if (!seen(k, to)) lines.push(walk(k, to));
  }
  return lines;
}

/** The undirected edges of lines or, with `closed`, of rings. */
export function edgesOf(lines, closed = false) {
  return lines.flatMap((line) => {
    const pairs = line.slice(1).map((p, i) => [key(line[i]), key(p)]);
    if (closed) pairs.push([key(line.at(-1)), key(line[0])]);
    return pairs;
  });
}
