import { h, said } from './dom.js';

/** The little numbers that lead to sources. */
export function noteButtons(notes, words, openSource) {
  if (!notes.length) return undefined;
  const buttons = notes.map((number) =>
    h('button', { type: 'button', class: 'note-mark', 'aria-label': words.say('source', words.count(number)), onclick: (event) => openSource(number, event.currentTarget) }, words.count(number)),
  );
  return h('sup', {}, ...buttons);
}

/** A value with what is said before and after it. */
export function valueOf({ before, value, after }) {
  const qualifier = (text) => text && h('span', { class: 'qualifier' }, text);
  return [qualifier(before), h('span', { class: 'value' }, value), qualifier(after)];
}

/** Statements without a figure share one heading as long as it stays the same. */
const repeats = (data, before) => before?.measure.text === data.measure.text && !data.figure && !data.period;

function fact(data, before, words, openSource) {
  const measure = () => h('p', { class: 'measure' }, said('span', {}, data.measure), data.period && h('span', { class: 'period' }, data.period));
  return h(
    'li',
    { class: 'fact', 'data-fact': data.id },
    repeats(data, before) ? undefined : measure(),
    data.figure && h('p', { class: 'figure' }, ...valueOf(data.figure)),
    said('p', { class: 'sentence' }, data.text, noteButtons(data.notes, words, openSource)),
    data.remark && said('p', { class: 'remark' }, data.remark),
    said('p', { class: 'in-paper' }, data.place),
  );
}

/** The facts of one thing by theme. `openSource(number, from)` is called by their little numbers. */
export function factGroups(groups, words, openSource) {
  return groups.map(({ title, facts }) =>
    h('section', { class: 'group' }, said('h3', { tabindex: -1 }, title), h('ul', {}, ...facts.map((data, index) => fact(data, facts[index - 1], words, openSource)))),
  );
}
