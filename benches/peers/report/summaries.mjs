import { summary } from '../statistics.mjs';

const ROWS = {
  first: (cell) => cell.firstMs,
  pan: (cell) => cell.pans,
  drag: (cell) => cell.drags,
  zoom: (cell) => cell.zooms,
  settled: (cell) => cell.settledBusyMs,
  settledClock: (cell) => cell.settledMs,
  pick: (cell) => cell.picks?.taken,
  block: (cell) => cell.longestBlockMs,
  memory: (cell) => cell.memory && cell.memory.objects + cell.memory.buffers + cell.memory.workers + cell.memory.wasm,
};

/**
 * All rounds of one engine on one work together: { first, pan, …: { median, p95, count } } in ms (memory in bytes),
 * or { failed } when one of them broke off, with what was had.
 */
export function summarize(cells, workId, engineId) {
  const own = cells.filter((cell) => cell.work === workId && cell.engine === engineId);
  const gathered = Object.entries(ROWS).map(([name, of]) => [name, summary(own.flatMap((cell) => of(cell) ?? []))]);
  const failed = own.length ? own.find((cell) => cell.failed)?.failed : 'not run';
  return { failed, ...Object.fromEntries(gathered.filter(([, values]) => values)) };
}

/** work id → engine id → summary. */
export function summarizeAll(cells, works, engines) {
  return Object.fromEntries(works.map(({ id }) => [id, Object.fromEntries(engines.map((engine) => [engine.id, summarize(cells, id, engine.id)]))]));
}
