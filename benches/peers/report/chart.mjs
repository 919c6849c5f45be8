import { escape } from './escape.mjs';

const ROW_PX = 20;
const TITLE_PX = 22;
const SCALE_PX = 16;
const NAMES_PX = 158;
const FIGURES_PX = 60; // room for the number after the farthest dot

/** Height of a chart, px. */
export const chartHeight = ({ rows }) => TITLE_PX + rows.length * ROW_PX + SCALE_PX;

/** Rows of dots on one logarithmic scale. A row: { name, value, text, isOurs }; without a value its text says why. */
export function chart({ title, rows, unit = 1 }, left, top, width) {
  const values = rows.map(({ value }) => value / unit).filter((value) => value > 0);
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(Math.ceil(Math.log10(Math.max(...values))), least + 1);
  const start = left + NAMES_PX;
  const across = width - NAMES_PX - FIGURES_PX;
  const at = (power) => round(start + (across * (power - least)) / (most - least));
  const bottom = top + TITLE_PX + rows.length * ROW_PX;
  const scale = Array.from({ length: most - least + 1 }, (_, index) => least + index).map((power) => {
    const value = power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en');
    return `<line class="tick" x1="${at(power)}" x2="${at(power)}" y1="${top + TITLE_PX - 2}" y2="${bottom}"/><text class="small" text-anchor="middle" x="${at(power)}" y="${bottom + 12}">${value}</text>`;
  });
  const dots = rows.map(({ name, value, text, isOurs }, index) => {
    const y = top + TITLE_PX + (index + 0.5) * ROW_PX;
    const label = `<text${isOurs ? ' class="name"' : ''} x="${left}" y="${y + 4}">${escape(name)}</text>`;
    if (!(value > 0)) return `${label}<text class="quiet" x="${start + 6}" y="${y + 4}">${escape(text)}</text>`;
    const x = at(Math.log10(value / unit));
    const kind = isOurs ? 'ours' : 'peer';
    return `${label}<line class="${kind}" x1="${start}" x2="${x}" y1="${y}" y2="${y}"/><circle class="${kind}" cx="${x}" cy="${y}" r="4"/><text${isOurs ? ' class="name"' : ''} x="${x + 9}" y="${y + 4}">${escape(text)}</text>`;
  });
  return `<text class="title" x="${left}" y="${top + 12}">${escape(title)}</text>${scale.join('')}${dots.join('')}`;
}

const round = (px) => Math.round(px * 10) / 10;
