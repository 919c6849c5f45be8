import { figures, kilobytes, megabytes } from './numbers.mjs';

const WIDTH = 960;
const LEFT = 190;
const BARS = 620;
const ROW = 22;
const HEAD = 92;
const OURS = 'khorgos';

const escape = (text) => String(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

/** Bars for one picture of a newspaper: groups of rows on logarithmic scales, ours in red; SVG that reads on light and dark. */
export function picture(summaries, engines, downloads, machine) {
  const groups = groupsOf(summaries, engines, downloads);
  let y = HEAD;
  const parts = [];
  for (const group of groups) {
    parts.push(drawGroup(group, y));
    y += 34 + group.rows.length * ROW + 22;
  }
  const height = y + 62;
  const foot = [
    `${machine.processor}, ${machine.memory_gb} GB; ${machine.system}; ${machine.browser} without a GPU; ${machine.date}.`,
    'Medians. 960 × 600 px, Mercator, the same countries and the same flows; every frame ends with a pixel read back. Ours also labels the map.',
    'Bars are on a logarithmic scale, one for each group: each tick is ten times the one before. Shorter is better.',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">khorgos beside d3-geo, Leaflet, ECharts and MapLibre GL</title>
<style>
  svg { background: #fdfcf9; font: 13px system-ui, "Helvetica Neue", Arial, sans-serif; fill: #2a2926 }
  .head { font-size: 22px; font-weight: 700 }
  .group { font-weight: 700 }
  .quiet { fill: #5d5951 }
  .bar { fill: #b4afa5 }
  .ours { fill: #ad3321 }
  .name { font-weight: 700 }
  .tick { stroke: #d6d0c5; stroke-width: 1 }
  .small { font-size: 11px; fill: #5d5951 }
  @media (prefers-color-scheme: dark) {
    svg { background: #191b1d; fill: #ecebe6 }
    .quiet, .small { fill: #b3b0a8 }
    .bar { fill: #6b6d6e }
    .ours { fill: #ef8070 }
    .tick { stroke: #383b3d }
  }
</style>
<text class="head" x="24" y="40">The same map, five engines, one machine</text>
<text class="quiet" x="24" y="64">How long a reader waits, how much is downloaded, how much memory stays in use</text>
${parts.join('\n')}
${foot.map((line, index) => `<text class="small" x="24" y="${y + 12 + 16 * index}">${escape(line)}</text>`).join('\n')}
</svg>
`;
}

/** What is shown: title, unit, rows with values; an engine without a figure says why. */
function groupsOf(summaries, engines, downloads) {
  const rows = (work, keys, turn = figures) =>
    engines.flatMap((engine) => keys(engine).map(([key, said]) => {
      const own = summaries[work][engine.id];
      const value = own[key]?.median;
      return { engine, name: said ?? engine.name, value, text: value === undefined ? `no figure: ${own.failed ?? 'not measured'}` : turn(value) };
    }));
  const once = (key) => () => [[key]];
  const frames = ({ isOurs, name }) => (isOurs ? [['pan', `${name}, moving`], ['settled', `${name}, crisp again`]] : [['pan']]);
  const groups = [];
  for (const [work, title] of [['b-50m-12', '12 flows on countries-50m'], ['c-10m-2000', '2,000 flows on countries-10m']]) {
    if (!summaries[work]) continue;
    groups.push({ title: `First picture, ${title}, ms`, rows: rows(work, once('first')) });
    groups.push({ title: `A frame of panning, ${title}, ms`, rows: rows(work, frames) });
    groups.push({ title: `Memory, ${title}, MB`, rows: rows(work, once('memory'), megabytes), scale: 1e6 });
  }
  const code = engines.map((engine) => ({ engine, name: engine.name, value: downloads[engine.id].code, text: kilobytes(downloads[engine.id].code) }));
  groups.push({ title: 'Download of the code, kB after brotli', rows: code, scale: 1000 });
  return groups;
}

function drawGroup({ title, rows, scale = 1 }, top) {
  const values = rows.map(({ value }) => value / scale).filter(Number.isFinite);
  const least = Math.floor(Math.log10(Math.min(...values)) - 0.3);
  const most = Math.ceil(Math.log10(Math.max(...values)));
  const x = (value) => (BARS * (Math.log10(value / scale) - least)) / (most - least);
  const bottom = top + 34 + rows.length * ROW;
  const ticks = Array.from({ length: most - least + 1 }, (_, index) => {
    const at = LEFT + (BARS * index) / (most - least);
    const value = 10 ** (least + index);
    return `<line class="tick" x1="${at}" x2="${at}" y1="${top + 24}" y2="${bottom}"/><text class="small" text-anchor="middle" x="${at}" y="${bottom + 12}">${value >= 1 ? value.toLocaleString('en') : value}</text>`;
  });
  const bars = rows.map(({ engine, name, value, text }, index) => {
    const y = top + 30 + index * ROW;
    const note = engine.note ? `  ${engine.note}` : '';
    const length = value === undefined ? 0 : Math.max(x(value), 1);
    return `<text ${engine.id === OURS ? 'class="name" ' : ''}x="24" y="${y + 13}">${escape(name)}</text>${
      length ? `<rect class="${engine.id === OURS ? 'ours' : 'bar'}" x="${LEFT}" y="${y + 2}" width="${length.toFixed(1)}" height="14"/>` : ''
    }<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 13}">${escape(text)}<tspan class="quiet">${escape(note)}</tspan></text>`;
  });
  return `<text class="group" x="24" y="${top + 12}">${escape(title)}</text>${ticks.join('')}${bars.join('')}`;
}
