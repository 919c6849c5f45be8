import { svg } from './dom.js';

/** A small picture of the engine: its marks as paths, bottom first. */
export function swatch({ width_px: wide, height_px: tall, marks }) {
  const paths = marks.map(({ d, fill, stroke, width_px: width, dash, round }) =>
    svg('path', {
      d,
      fill: fill ?? 'none',
      'fill-rule': fill && 'evenodd',
      stroke,
      'stroke-width': stroke && width,
      'stroke-linejoin': stroke && 'round',
      'stroke-linecap': round && 'round',
      'stroke-dasharray': dash.length ? dash.join(' ') : undefined,
    }),
  );
  return svg('svg', { class: 'swatch', viewBox: `0 0 ${wide} ${tall}`, width: wide, height: tall, 'aria-hidden': 'true', focusable: 'false' }, ...paths);
}
