// Ours beside its peers, on one machine, in one run. See `make bench`.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { bundleAll } from './bundles.mjs';
import { firstView, measure } from './cell.mjs';
import { downloads } from './download.mjs';
import { ENGINES } from './engines.mjs';
import { machine } from './machine.mjs';
import { picture } from './report/picture.mjs';
import { reach } from './report/reach.mjs';
import { summarizeAll } from './report/summaries.mjs';
import { table } from './report/table.mjs';
import { verdicts } from './report/verdicts.mjs';
import { serve } from './server.mjs';
import { WARM_UP, WORKS, documentsOf } from './work/works.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(ROOT, 'target/bench');

const { values: options } = parseArgs({
  options: { work: { type: 'string', default: '' }, rounds: { type: 'string', default: '' }, engines: { type: 'string', default: '' }, picture: { type: 'boolean' } },
});
const chosen = (list, of, key) => (list ? of.filter((item) => list.split(',').includes(item[key])) : of);
const works = chosen(options.work, WORKS, 'group');
const engines = chosen(options.engines, ENGINES, 'id');

await rm(OUT, { recursive: true, force: true });
await mkdir(path.join(OUT, 'pictures'), { recursive: true });
await bundleAll(path.join(OUT, 'bundles'));
const ANY_VIEW = { center: [15, 25], worldPx: 960 };
const views = new Map();
const documents = new Map();
const server = await serve({ '/page/': path.join(import.meta.dirname, 'page/'), '/bundles/': path.join(OUT, 'bundles/'), '/dist/': path.join(ROOT, 'dist/') }, documents);
let browser = await launch();
const results = { machine: machine(browser), cells: [] };
const began = performance.now();

try {
  await offer(WARM_UP, 'warm');
  for (const work of works) await runWork(work);
} finally {
  await browser.close();
  await server.close();
}
await report();

/** To the terminal, to results.json and, when asked, to the picture. */
async function report() {
  const [a, b] = await Promise.all(['a', 'b'].map((group) => documentsOf(WORKS.find((work) => work.group === group))));
  const sizes = await downloads(ENGINES, { dist: path.join(ROOT, 'dist'), bundles: path.join(OUT, 'bundles') }, { a, b });
  const summaries = summarizeAll(results.cells, works, engines);
  const goals = reach(summaries, engines, sizes);
  await writeFile(path.join(OUT, 'results.json'), JSON.stringify({ ...results, downloads: sizes, summaries, goals }, null, 1));
  const { processor, memory_gb, system, browser, date } = results.machine;
  console.log(`${processor}, ${memory_gb} GB; ${system}; ${browser}, no GPU; ${date}; ${Math.round((performance.now() - began) / 1000)} s`);
  console.log(table(summaries, works, engines, sizes));
  console.log(`\n${verdicts(goals)}`);
  if (options.picture) await writeFile(path.join(ROOT, 'assets/pictures/bench.svg'), picture(summaries, engines, sizes, results.machine));
}

/** Puts a work's documents where pages fetch them. */
async function offer(work, id) {
  const { own = [], ...texts } = await documentsOf(work);
  for (const [index, text] of own.entries()) texts[`own${index}`] = text;
  for (const [name, text] of Object.entries(texts)) documents.set(`/works/${id}/${name}.json`, text);
  return { ...work, documents: Object.keys(texts) };
}

async function runWork(given) {
  const work = await offer(given, given.id);
  const view = await viewOf(work);
  const failed = new Set();
  for (let round = 0; round < Number(options.rounds || work.rounds); round += 1) {
    for (const index of engines.keys()) {
      const engine = engines[(index + round) % engines.length];
      if (failed.has(engine)) continue;
      const picture = round === 0 ? path.join(OUT, `pictures/${work.id}-${engine.id}.png`) : undefined;
      const sample = await cell(work, engine, () => measure(browser, server.url, { engine, work, view, picture }));
      if (sample.failed) failed.add(engine);
      results.cells.push({ work: work.id, engine: engine.id, round, ...sample });
    }
  }
  for (const name of [...documents.keys()]) if (name.startsWith(`/works/${work.id}/`)) documents.delete(name);
}

/** Ours is asked first what it shows, so that all show the same; once for all works of one extent and size. */
async function viewOf(work) {
  const engine = ENGINES.find(({ isOurs }) => isOurs);
  const kind = JSON.stringify([work.detail ? 'world' : work.id, work.size]);
  if (!views.has(kind)) {
    const { view } = await cell(work, engine, () => firstView(browser, server.url, { engine, work }));
    views.set(kind, view ?? ANY_VIEW);
  }
  return views.get(kind);
}

/** A cell that failed may have left the browser busy: the next one gets a new one. */
async function cell(work, engine, run) {
  const began = performance.now();
  const sample = await run();
  const said = sample.failed ?? (sample.view ? 'asked for its view' : `first picture ${sample.firstMs.toFixed(0)} ms`);
  process.stderr.write(`  ${work.id}, ${engine.name}: ${said} (${((performance.now() - began) / 1000).toFixed(0)} s)\n`);
  if (sample.failed) {
    await browser.close().catch(() => {});
    browser = await launch();
  }
  return sample;
}
