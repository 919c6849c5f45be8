import { h } from './dom.js';
import { icon } from './icons.js';

const NAMES = { brief: 'The brief', map: 'The base map', engine: 'The map' };

function headline({ source, problems, message }) {
  if (!problems.length) return `${NAMES[source]} ${message}`;
  return `${NAMES[source]} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`;
}

// A path may be broken between its steps, not within them.
const steps = (path) => path.split(/(?=[.[])/).flatMap((step) => [h('wbr'), step]);

const table = (problems) =>
  h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Problems' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...['Where', 'Expected', 'Found'].map((name) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        ...problems.map(({ path, expected, found }) =>
          h('tr', {}, h('th', { scope: 'row' }, h('code', {}, ...steps(path))), h('td', { 'data-name': 'expected' }, expected), h('td', { 'data-name': 'found' }, found)),
        ),
      ),
    ),
  );

/** Says what is wrong and where: a card over the last good map, or the whole box when there is none. */
export class Problems {
  element = h('div', { class: 'problems', part: 'problems' });

  /**
   * `faults`: [{ source, url?, message, problems }]. `mapStays`: there is a good map behind, so the card can be put away.
   * `hasPoster`: without a map there is still a picture to leave in sight.
   */
  show(faults, { mapStays, hasPoster }) {
    this.element.classList.toggle('full', !mapStays && !hasPoster);
    const card = h(
      'div',
      { class: 'card', role: 'alert' },
      ...faults.map((fault) =>
        h(
          'section',
          {},
          h('h2', {}, headline(fault)),
          fault.problems.length && fault.url ? h('p', { class: 'address' }, fault.url) : undefined,
          fault.problems.length ? table(fault.problems) : undefined,
        ),
      ),
      mapStays ? h('p', { class: 'stays' }, 'The last good map is still shown.') : undefined,
      mapStays
        ? h('button', { type: 'button', class: 'close', 'aria-label': 'Put away', title: 'Put away', onclick: () => this.clear() }, icon('close'))
        : undefined,
    );
    this.element.replaceChildren(card);
  }

  clear() {
    this.element.replaceChildren();
  }
}
