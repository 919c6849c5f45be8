import { figures, kilobytes, megabytes } from './numbers.mjs';

const COLUMNS = [
  ['b-50m-12', '12 flows on countries-50m'],
  ['c-10m-2000', '2,000 flows on countries-10m'],
];

/** What the picture shows: columns of charts; of works that were run. An engine without a figure says why. */
export function chartsOf(summaries, engines, downloads) {
  const columns = COLUMNS.filter(([work]) => work in summaries).map(([work, title]) => ({ title, charts: ofWork(summaries[work], engines) }));
  const code = engines.map((engine) => row(engine, nameOf(engine), downloads[engine.id].code, kilobytes));
  columns[0]?.charts.push({ title: 'Code to download, kB after brotli', rows: code, unit: 1000 });
  const all = engines.map((engine) => row(engine, nameOf(engine), downloads[engine.id].a, kilobytes));
  columns.at(-1)?.charts.push({ title: 'Code and data of the Kazakhstan map, kB', rows: all, unit: 1000 });
  return columns;
}

function ofWork(summaries, engines) {
  const rows = (key, turn = figures) => engines.map((engine) => figureOf(summaries, engine, nameOf(engine), key, turn));
  const frames = engines.flatMap((engine) =>
    engine.isOurs
      ? [figureOf(summaries, engine, `${engine.name}, moving`, 'pan', figures), figureOf(summaries, engine, `${engine.name}, at rest`, 'settled', figures)]
      : [figureOf(summaries, engine, nameOf(engine), 'pan', figures)],
  );
  return [
    { title: 'First picture, ms', rows: rows('first') },
    { title: 'A frame while panning, ms', rows: frames },
    { title: 'Memory in use, MB', rows: rows('memory', megabytes), unit: 1e6 },
  ];
}

function figureOf(summaries, engine, name, key, turn) {
  const { failed, [key]: own } = summaries[engine.id];
  return own ? row(engine, name, own.median, turn) : { name, isOurs: engine.isOurs, text: failed ?? 'not measured' };
}

const row = (engine, name, value, turn) => ({ name, isOurs: engine.isOurs, value, text: turn(value) });

const nameOf = ({ name, pictured = name }) => pictured;
