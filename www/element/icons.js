import { svg } from './dom.js';

const SHAPES = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  home: 'M3.5 10 10 4l6.5 6M5.5 8.5V16h9V8.5',
  close: 'm5 5 10 10M15 5 5 15',
  layers: 'm10 3.5 7 3.5-7 3.5L3 7zM3 10.3l7 3.5 7-3.5M3 13.6l7 3.5 7-3.5',
  legend: 'M3 5h3M3 10h3M3 15h3M9 5h8M9 10h8M9 15h8',
  story: 'M10 5.5C8 4 5.5 3.7 3 4v11c2.5-.3 5 0 7 1.5M10 5.5c2-1.5 4.5-1.8 7-1.5v11c-2.5-.3-5 0-7 1.5zM10 5.5v11',
  previous: 'm12.5 4.5-6 5.5 6 5.5',
  next: 'm7.5 4.5 6 5.5-6 5.5',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zm4-1.5L17 17',
  list_and_table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  settings: 'M3 6h14M3 14h14M13 4v4M7 12v4',
  show: 'M10 17c7-7 5-13 0-13s-7 6 0 13zM10 9v.1',
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
