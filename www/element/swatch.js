import { svg } from './dom.js';

const WIDE = 44;
const BODY = 38; // where a line ends, so that its round end stays inside

/** What a legend row looks like on the map, at the map's own width. */
export function swatch({ kind, color, width_px: width = 2, dash, fill, stroke: strokes, reach_px: reach = 0 }) {
  const tall = Math.max(16, Math.ceil(Math.max(width * (kind === 'flow' ? 2.2 : 1), 2 * reach)) + 4);
  const mid = tall / 2;
  const draw = SHAPES[kind] ?? SHAPES.area;
  return svg(
    'svg',
    { class: 'swatch', viewBox: `0 0 ${WIDE} ${tall}`, width: WIDE, height: tall, 'aria-hidden': 'true', focusable: 'false' },
    ...draw({ color, width, mid, tall, fill, strokes, dash: dash?.length ? dash.join(' ') : undefined }),
  );
}

const stroke = (d, color, width, more = {}) => svg('path', { d, fill: 'none', stroke: color, 'stroke-width': width, ...more });

const SHAPES = {
  flow({ color, width, mid }) {
    const thin = width / 2;
    const broad = Math.max(7, width * 2.2) / 2;
    const tip = WIDE - 2;
    const neck = tip - Math.max(7, broad * 1.2);
    return [svg('path', { d: `M2 ${mid - thin}H${neck}V${mid - broad}L${tip} ${mid}L${neck} ${mid + broad}V${mid + thin}H2Z`, fill: color })];
  },
  unknown_flow({ color, width, mid, dash }) {
    return [
      stroke(`M2 ${mid}H${BODY}`, color, width, { 'stroke-dasharray': dash ?? '1 4', 'stroke-linecap': 'round' }),
      stroke(`M${BODY - 4} ${mid - 4}L${BODY + 2} ${mid}L${BODY - 4} ${mid + 4}`, color, 1.4),
    ];
  },
  line({ color, width, mid, dash }) {
    return [stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash })];
  },
  pipeline({ color, width, mid, dash }) {
    return [
      stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }),
      svg('path', { d: `M18 ${mid - 4}L26 ${mid}L18 ${mid + 4}Z`, fill: color }),
    ];
  },
  gas({ color, width, mid, dash }) {
    return [
      stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }),
      stroke(`M18 ${mid - 4}L22 ${mid}L18 ${mid + 4}`, color, 1.5),
    ];
  },
  rail({ color, width, mid, dash }) {
    const ties = [2.75, 11.25, 19.75, 28.25, 36.75].map((x) => `M${x} ${mid - 2.75}V${mid + 2.75}`).join('');
    return [stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }), stroke(ties, color, 1.5)];
  },
  area({ color, mid }) {
    return [svg('rect', { x: 8, y: mid - 6, width: 28, height: 12, fill: color, 'fill-opacity': 0.3, stroke: color, 'stroke-dasharray': '4 2' })];
  },
  border({ color, width, mid, dash }) {
    return [stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash })];
  },
  hatch({ color, width, mid }) {
    const lines = [8, 14, 20, 26, 32, 38].map((x) => `M${x - 6} ${mid + 6}L${x + 6} ${mid - 6}`).join('');
    return [stroke(lines, color, width)];
  },
  symbol({ color, width, mid, fill, strokes }) {
    const transform = `translate(${WIDE / 2} ${mid})`;
    return [fill && svg('path', { d: fill, fill: color, transform }), strokes && stroke(strokes, color, width, { transform })].filter(Boolean);
  },
  disc({ color, width, mid, dash, strokes }) {
    return [
      svg('circle', { cx: WIDE / 2, cy: mid, r: 8, fill: color, 'fill-opacity': 0.27 }),
      stroke(strokes, color, width, { transform: `translate(${WIDE / 2} ${mid})`, 'stroke-dasharray': dash }),
    ];
  },
};
