import { h, svg } from './dom.js';
import { noteButtons } from './facts.js';
import { WORDS } from './lens-words.js';

const TALL = 10;

/** A bar from zero. It is hollow where its length is not exact, or is of another period than its neighbours'. */
function bar({ share, color }, isHollow) {
  if (share === undefined) return undefined;
  const inside = 0.5; // so that the edge of a hollow bar is whole
  const shape = isHollow
    ? { x: inside, y: inside, height: TALL - 2 * inside, 'fill-opacity': 0.35, stroke: color }
    : { x: 0, y: 0, height: TALL };
  return svg(
    'svg',
    { class: 'bar', width: '100%', height: TALL, 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { ...shape, width: `${Math.max(0.4, share * 99.5).toFixed(2)}%`, fill: color }),
  );
}

function row(data, differ, openSource) {
  return h(
    'li',
    { class: data.quiet ? 'row quiet' : 'row', 'data-fact': data.id },
    h(
      'p',
      { class: 'row-head' },
      h('span', { class: 'row-name' }, data.actor),
      h('span', { class: 'row-value' }, data.qualifier && h('span', { class: 'qualifier' }, `${data.qualifier} `), data.value, noteButtons(data.notes, openSource)),
    ),
    bar(data, differ || data.qualifier),
    h('p', { class: 'in-paper' }, h('span', { class: differ ? 'period differs' : 'period' }, data.period ?? WORDS.periodNotGiven), ` · ${data.place}`),
    data.remark && h('p', { class: 'remark' }, data.remark),
  );
}

function comparison({ measure, axis, periods_differ: differ, rows }, openSource) {
  return h(
    'li',
    { class: 'comparison' },
    h('h4', {}, measure),
    differ && h('p', { class: 'differ' }, differ),
    h('ul', {}, ...rows.map((data) => row(data, differ, openSource))),
    axis && h('p', { class: 'axis' }, WORDS.barsFrom(axis)),
  );
}

/** What several blocs have a value of, each measure on an axis of its own. `openSource(number, from)` is called by the little numbers. */
export function comparisons(list, openSource) {
  if (!list?.length) return undefined;
  return h('section', { class: 'group balance' }, h('h3', { tabindex: -1 }, WORDS.balance), h('ul', {}, ...list.map((data) => comparison(data, openSource))));
}
