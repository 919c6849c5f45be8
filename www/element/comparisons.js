import { h, said, svg } from './dom.js';
import { noteButtons, valueOf } from './facts.js';

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

function row(data, differ, words, openSource) {
  const { figure } = data;
  return h(
    'li',
    { class: data.quiet ? 'row quiet' : 'row', 'data-fact': data.id },
    h(
      'p',
      { class: 'row-head' },
      said('span', { class: 'row-name' }, data.actor),
      h('span', { class: 'row-value' }, ...valueOf(figure), noteButtons(data.notes, words, openSource)),
    ),
    bar(data, differ || figure.before || figure.after),
    h('p', { class: 'in-paper' }, h('span', { class: differ ? 'period differs' : 'period' }, data.period ?? words.say('period_not_given')), ' · ', said('span', {}, data.place)),
    data.remark && said('p', { class: 'remark' }, data.remark),
  );
}

function comparison({ measure, axis, periods_differ: differ, rows }, words, openSource) {
  return h(
    'li',
    { class: 'comparison' },
    said('h4', {}, measure),
    differ && h('p', { class: 'differ' }, differ),
    h('ul', {}, ...rows.map((data) => row(data, differ, words, openSource))),
    axis && h('p', { class: 'axis' }, words.say('bars', axis)),
  );
}

/** What several blocs have a value of, each measure on an axis of its own. `openSource(number, from)` is called by the little numbers. */
export function comparisons(list, words, openSource) {
  if (!list?.length) return undefined;
  return h('section', { class: 'group balance' }, h('h3', { tabindex: -1 }, words.say('balance')), h('ul', {}, ...list.map((data) => comparison(data, words, openSource))));
}
