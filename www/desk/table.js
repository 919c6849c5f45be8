import { h, said, webLink } from '../element/dom.js';
import { figureOf, lackOf, periodOf } from './figure.js';
import { sorted } from './order.js';
import { paged } from './pages.js';

const PAGE = 100;
const COLUMNS = ['measure', 'about_whom', 'with_whom', 'value', 'period', 'statement', 'sources'];

/**
 * Every fact in a row. The roles are those that the elements have: a narrow table is laid out as cards, and would lose them.
 * A fact without an amount says so, one that is about so much says that.
 */
export class FactTable {
  element = h('div', { class: 'facts' });
  #map;
  #stock;
  #sort = { column: undefined, way: 1 };
  #heads = new Map();
  #table;
  #rows;

  constructor(map, stock) {
    this.#map = map;
    this.#stock = stock;
    const { words } = map;
    const heads = COLUMNS.map((column) => this.#head(column));
    const caption = h('caption', {}, `${words.say('facts_table')} · ${words.count(stock.facts.length)}`);
    this.#table = h('table', { role: 'table' }, caption, h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)));
    this.#write();
  }

  #head(column) {
    const { words } = this.#map;
    const name = words.say(column);
    const button = h('button', { type: 'button', title: words.say('sort_by', name), onclick: () => this.#sortBy(column) }, name, h('span', { class: 'way', 'aria-hidden': 'true' }));
    const head = h('th', { scope: 'col', role: 'columnheader', class: `of-${column}` }, button);
    this.#heads.set(column, head);
    return head;
  }

  /** Up, down, and back to the order of the brief. */
  #sortBy(column) {
    const { column: before, way } = this.#sort;
    const isSame = column === before;
    this.#sort = isSame && way < 0 ? { column: undefined, way: 1 } : { column, way: isSame ? -1 : 1 };
    for (const [name, head] of this.#heads) {
      if (name === this.#sort.column) head.setAttribute('aria-sort', this.#sort.way > 0 ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    }
    this.#write();
  }

  #write() {
    const { words } = this.#map;
    const groups = sorted(this.#stock.facts, this.#sort, words.lang);
    const rows = groups.flatMap(({ measure, facts }) => [...(measure ? [{ measure }] : []), ...facts]);
    this.#rows?.remove();
    this.#rows = h('tbody', { role: 'rowgroup' });
    this.#table.append(this.#rows);
    const more = paged(words, rows, PAGE, this.#rows, (row) => (row.measure ? this.#groupRow(row.measure) : this.#row(row)));
    this.element.replaceChildren(this.#table, more);
  }

  /** Stands over the values that may be compared. */
  #groupRow(measure) {
    return h('tr', { role: 'row', class: 'group-row' }, said('th', { colspan: COLUMNS.length, role: 'rowheader' }, measure));
  }

  #row(fact) {
    const { words } = this.#map;
    const { entry, sources } = fact;
    const name = (text) => (text ? said('span', {}, text) : undefined);
    const cells = {
      about_whom: [name(entry.subject)],
      with_whom: [name(entry.object)],
      value: [figureOf(fact), lackOf(this.#stock, fact)],
      period: [periodOf(words, fact)],
      statement: [said('p', {}, entry.text), entry.remark ? said('p', { class: 'remark' }, entry.remark) : undefined, said('p', { class: 'in-paper' }, entry.place)],
      sources: sources.map((work) => said('p', {}, { lang: work.lang, text: work.url ? webLink(work.url, work.text) : work.text })),
    };
    const cell = (column) => h('td', { role: 'cell', class: `of-${column}`, 'data-name': words.say(column) }, ...cells[column]);
    const [, ...others] = COLUMNS;
    return h('tr', { role: 'row', 'data-fact': fact.id }, said('th', { scope: 'row', role: 'rowheader', class: 'of-measure' }, entry.measure), ...others.map(cell));
  }
}
