import { figures, kilobytes, megabytes } from './numbers.mjs';

const COLUMNS = [
  ['first picture', 'first'],
  ['pan', 'pan'],
  ['zoom', 'zoom'],
  ['settled', 'settled'],
  ['hit', 'pick'],
  ['block', 'block'],
];

/** One table for the terminal: for each work a row an engine, median / p95 in ms, and how many times ours that is. */
export function table(summaries, works, engines, downloads) {
  const lines = [];
  for (const work of works) {
    const ours = summaries[work.id].khorgos ?? {};
    lines.push('', `(${work.group}) ${work.name}`);
    lines.push(row(['ms: median / p95', ...COLUMNS.map(([title]) => title), 'memory, MB']));
    for (const engine of engines) {
      const own = summaries[work.id][engine.id];
      const cells = COLUMNS.map(([, key]) => cell(own[key], key === 'block', ratio(own[key], ours[key], engine)));
      lines.push(row([engine.name, ...cells, megabytes(own.memory?.median)]));
      const notes = [own.failed && `failed: ${own.failed}`, engine.note, own.drag && `its drag moves the canvas by CSS and draws nothing: ${figures(own.drag.median)} ms`];
      const said = notes.filter(Boolean);
      if (said.length) lines.push(`    ${said.join('; ')}`);
    }
  }
  lines.push('', 'Download, kB after brotli 11', row(['', 'code', 'with data of (a)', 'with data of (b)']));
  for (const engine of engines) {
    const { code, a, b } = downloads[engine.id];
    lines.push(row([engine.name, kilobytes(code), kilobytes(a), kilobytes(b)]));
  }
  return lines.join('\n');
}

const FEW = 5; // too few for a 95th percentile

function cell(own, isBlock, times) {
  if (!own) return '–';
  if (isBlock && !own.median) return 'under 50'; // what the browser does not report
  const taken = own.count < FEW ? figures(own.median) : `${figures(own.median)} / ${figures(own.p95)}`;
  return times ? `${taken} ${times}` : taken;
}

/** How many times ours it takes. */
function ratio(own, ours, engine) {
  if (engine.isOurs || !own || !ours?.median) return '';
  return `(${figures(own.median / ours.median)}×)`;
}

const WIDTHS = [22, 18, 24, 24, 24, 26, 18, 12];
const row = (cells) => cells.map((text, index) => (index ? text.padStart(WIDTHS[index]) : text.padEnd(WIDTHS[0]))).join('');
