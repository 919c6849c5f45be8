import { h } from './dom.js';

/** The little numbers that lead to sources. */
export function noteButtons(notes, openSource) {
  if (!notes.length) return undefined;
  const buttons = notes.map((number) =>
    h('button', { type: 'button', class: 'note-mark', 'aria-label': `Source ${number}`, onclick: (event) => openSource(number, event.currentTarget) }, String(number)),
  );
  return h('sup', {}, ...buttons);
}

function figure({ value, qualifier }) {
  if (!value) return undefined;
  return h('p', { class: 'figure' }, qualifier && h('span', { class: 'qualifier' }, `${qualifier} `), h('span', { class: 'value' }, value));
}

/** Statements without a figure share one heading as long as it stays the same. */
const repeats = (data, before) => before?.measure === data.measure && !data.value && !data.period;

function fact(data, before, openSource) {
  const measure = () => h('p', { class: 'measure' }, h('span', {}, data.measure), data.period && h('span', { class: 'period' }, data.period));
  return h(
    'li',
    { class: 'fact', 'data-fact': data.id },
    repeats(data, before) ? undefined : measure(),
    figure(data),
    h('p', { class: 'sentence' }, data.text, noteButtons(data.notes, openSource)),
    data.remark && h('p', { class: 'remark' }, data.remark),
    h('p', { class: 'in-paper' }, data.place),
  );
}

/** The facts of one thing by theme. `openSource(number, from)` is called by their little numbers. */
export function factGroups(groups, openSource) {
  return groups.map(({ title, facts }) =>
    h('section', { class: 'group' }, h('h3', { tabindex: -1 }, title), h('ul', {}, ...facts.map((data, index) => fact(data, facts[index - 1], openSource)))),
  );
}
