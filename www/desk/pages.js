import { h } from '../element/dom.js';

/**
 * Rows that come a page at a time into `into`, with a button behind it for the next, from which the focus goes to the first of them.
 * `row(entry)` makes one.
 */
export function paged(words, entries, page, into, row) {
  let shown = 0;
  const add = () => {
    const rows = entries.slice(shown, shown + page).map(row);
    into.append(...rows);
    shown += rows.length;
    more.hidden = shown >= entries.length;
    return rows[0];
  };
  const more = h('button', { type: 'button', class: 'action more' }, words.say('more'));
  more.addEventListener('click', () => {
    const first = add();
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  });
  add();
  return more;
}
