import { svg } from './dom.js';

const SHAPES = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  home: 'M3.5 10 10 4l6.5 6M5.5 8.5V16h9V8.5',
  close: 'm5 5 10 10M15 5 5 15',
  layers: 'm10 3.5 7 3.5-7 3.5L3 7zM3 10.3l7 3.5 7-3.5M3 13.6l7 3.5 7-3.5',
  legend: 'M3 5h3M3 10h3M3 15h3M9 5h8M9 10h8M9 15h8',
  story: 'M10 5.5C8 4 5.5 3.7 3 4v11c2.5-.3 5 0 7 1.5M10 5.5c2-1.5 4.5-1.8 7-1.5v11c-2.5-.3-5 0-7 1.5zM10 5.5v11',
  info: 'M10 9v6M10 5.2v.1',
};

/** A 20 px line drawing, one of these or of a shape that is given; the button around it carries the words. */
export function icon(name, shape = SHAPES[name]) {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', {
      d: shape,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': name === 'info' ? 2.2 : 1.6,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}
