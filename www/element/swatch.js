import { svg } from './dom.js';

const WIDE = 44;
const BODY = 38; // where a line ends, so that its round end stays inside

/** What a legend row looks like on the map, at the map's own width. */
export function swatch({ kind, color, width_px: width = 2, dash }) {
  const tall = Math.max(16, Math.ceil(width * (kind === 'flow' ? 2.2 : 1)) + 4);
  const mid = tall / 2;
  const draw = SHAPES[kind] ?? SHAPES.area;
  return svg(
    'svg',
    { class: 'swatch', viewBox: `0 0 ${WIDE} ${tall}`, width: WIDE, height: tall, 'aria-hidden': 'true', focusable: 'false' },
    ...draw({ color, width, mid, tall, dash: dash?.length ? dash.join(' ') : undefined }),
  );
}

const stroke = (d, color, width, more = {}) => svg('path', { d, fill: 'none', stroke: color, 'stroke-width': width, ...more });

const symbol = (d) => ({ color, mid }) => [svg('path', { d, fill: color, transform: `translate(${WIDE / 2} ${mid})` })];

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
    return [
      stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }),
      svg('path', { d: `M18 ${mid - 4}L26 ${mid}L18 ${mid + 4}Z`, fill: color }),
    ];
  },
  gas({ color, width, mid, dash }) {
    return [
      stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }),
      stroke(`M18 ${mid - 4.5}L24 ${mid}L18 ${mid + 4.5}`, color, 1.6),
    ];
  },
  rail({ color, width, mid, dash }) {
    const ties = [6, 14, 22, 30, 38].map((x) => `M${x} ${mid - 3.5}V${mid + 3.5}`).join('');
    return [stroke(`M2 ${mid}H${WIDE - 2}`, color, width, { 'stroke-dasharray': dash }), stroke(ties, color, 1.2)];
  },
  area({ color, mid }) {
    return [svg('rect', { x: 8, y: mid - 6, width: 28, height: 12, fill: color, 'fill-opacity': 0.3, stroke: color, 'stroke-dasharray': '4 2' })];
  },
  gate: symbol('M-7 -6H7V-3H5V6H2.5V-3H-2.5V6H-5V-3H-7Z'),
  square: symbol('M-4 -4H4V4H-4Z'),
  diamond: symbol('M0 -5L5 0L0 5L-5 0Z'),
  disc({ color, mid, dash }) {
    return [
      svg('circle', { cx: WIDE / 2, cy: mid, r: 7, fill: color, 'fill-opacity': 0.25 }),
      svg('circle', { cx: WIDE / 2, cy: mid, r: 7, fill: 'none', stroke: color, 'stroke-dasharray': dash ?? '2 2' }),
    ];
  },
};
