import { h } from './dom.js';
import { icon } from './icons.js';
import { ENGLISH } from './words.js';

const NAMES = { brief: 'brief', map: 'base_map', engine: 'engine', language: 'words' };

// What failed is told in English, the language of the technical messages.
function headline(words, { source, problems, message }) {
  if (!problems.length) return h('h2', { lang: 'en', dir: 'ltr' }, `${ENGLISH[NAMES[source]]} ${message}`);
  const name = words.say(NAMES[source]);
  return h('h2', {}, problems.length === 1 ? words.say('one_problem', name) : words.say('problems', name, words.count(problems.length)));
}

// A path may be broken between its steps, not within them.
const steps = (path) => path.split(/(?=[.[])/).flatMap((step) => [h('wbr'), step]);

const table = (words, problems) =>
  h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.say('problem_list') },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...['where', 'expected', 'found'].map((key) => h('th', { scope: 'col' }, words.say(key))))),
      h(
        'tbody',
        { lang: 'en', dir: 'ltr' },
        ...problems.map(({ path, expected, found }) =>
          h('tr', {}, h('th', { scope: 'row' }, h('code', {}, ...steps(path))), h('td', { 'data-name': words.say('expected') }, expected), h('td', { 'data-name': words.say('found') }, found)),
        ),
      ),
    ),
  );

/** Says what is wrong and where: a card over the last good map, or the whole box when there is none. */
export class Problems {
  element = h('div', { class: 'problems', part: 'problems' });
  #words;
  #retry;

  /** `retry()`: the reader tries again. */
  constructor(words, retry) {
    this.#words = words;
    this.#retry = retry;
  }

  /**
   * `faults`: [{ source, url?, message, problems, mayPass }]. `mapStays`: there is a good map behind, so the card can be put away.
   * `hasPoster`: without a map there is still a picture to leave in sight.
   */
  show(faults, { mapStays, hasPoster }) {
    this.element.classList.remove('bare');
    this.element.classList.toggle('full', !mapStays && !hasPoster);
    const card = h(
      'div',
      { class: 'card', role: 'alert' },
      ...faults.map((fault) =>
        h(
          'section',
          {},
          headline(this.#words, fault),
          fault.problems.length && fault.url ? h('p', { class: 'address' }, fault.url) : undefined,
          fault.problems.length ? table(this.#words, fault.problems) : undefined,
        ),
      ),
      mapStays ? h('p', { class: 'stays' }, this.#words.say('last_good')) : undefined,
      faults.some(({ mayPass }) => mayPass) ? h('p', {}, h('button', { type: 'button', class: 'action', onclick: () => this.#retry() }, this.#words.say('try_again'))) : undefined,
      mapStays
        ? h('button', { type: 'button', class: 'close', 'aria-label': this.#words.say('put_away'), title: this.#words.say('put_away'), onclick: () => this.clear() }, icon('close'))
        : undefined,
    );
    this.element.replaceChildren(card);
  }

  /** Adds what can be shown without a map, to be read below what is wrong. */
  add(content) {
    this.element.classList.add('bare');
    this.element.append(h('div', { class: 'card' }, content));
  }

  clear() {
    this.element.replaceChildren();
  }
}
