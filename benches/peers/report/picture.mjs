import { chart, chartHeight } from './chart.mjs';
import { chartsOf } from './charts.mjs';
import { escape } from './escape.mjs';

const WIDTH_PX = 960;
const MARGIN_PX = 24;
const GUTTER_PX = 32;
const HEAD_PX = 104;
const GAP_PX = 30;
const LINE_PX = 16;

/** The run as one picture for a page: a column of charts for each work, ours in red; SVG that reads on light and dark. */
export function picture(summaries, engines, downloads, machine) {
  const columns = chartsOf(summaries, engines, downloads);
  const width = (WIDTH_PX - 2 * MARGIN_PX - GUTTER_PX * (columns.length - 1)) / columns.length;
  let bottom = 0;
  const parts = columns.flatMap(({ title, charts }, column) => {
    const left = MARGIN_PX + column * (width + GUTTER_PX);
    let top = HEAD_PX + 18;
    const drawn = [`<text class="column" x="${left}" y="${HEAD_PX}">${escape(title)}</text>`];
    for (const one of charts) {
      drawn.push(chart(one, left, top, width));
      top += chartHeight(one) + GAP_PX;
    }
    bottom = Math.max(bottom, top);
    return drawn;
  });
  const foot = [
    `${machine.processor}, ${machine.memory_gb} GB, ${machine.system}, ${machine.browser} without a GPU (so MapLibre’s GL is in software), ${machine.date}.`,
    'Medians. The same countries and flows, Mercator, 960 × 600 px; every frame ends with a pixel read back. khorgos also writes names and amounts.',
    'Logarithmic scales, one for each chart: each line is ten times the one before. Further left is better.',
  ];
  const height = bottom + foot.length * LINE_PX + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH_PX} ${height}" width="${WIDTH_PX}" height="${height}" role="img" aria-labelledby="title">
<title id="title">khorgos beside d3-geo, Leaflet, ECharts and MapLibre GL</title>
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH_PX}" height="${height}"/>
<text class="head" x="${MARGIN_PX}" y="42">The same map, five engines, one machine</text>
<text class="quiet" x="${MARGIN_PX}" y="66">How long a reader waits, how much memory stays in use, how much is downloaded</text>
${parts.join('\n')}
${foot.map((line, index) => `<text class="small" x="${MARGIN_PX}" y="${bottom + LINE_PX * index}">${escape(line)}</text>`).join('\n')}
</svg>
`;
}

const STYLE = `
  text { font: 13px system-ui, "Helvetica Neue", Arial, sans-serif; fill: #2a2926 }
  .paper { fill: #fdfcf9 }
  .head { font-size: 22px; font-weight: 700 }
  .column { font-size: 15px; font-weight: 700 }
  .title, .name { font-weight: 700 }
  .quiet { fill: #5d5951 }
  .small { font-size: 11px; fill: #5d5951 }
  .peer { fill: #77756f; stroke: #77756f }
  .ours { fill: #ad3321; stroke: #ad3321 }
  .tick { stroke: #d6d0c5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ecebe6 }
    .paper { fill: #191b1d }
    .quiet, .small { fill: #b3b0a8 }
    .peer { fill: #9b9a95; stroke: #9b9a95 }
    .ours { fill: #ef8070; stroke: #ef8070 }
    .tick { stroke: #3d4043 }
  }
`;
