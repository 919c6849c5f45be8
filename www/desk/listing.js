import { h } from '../element/dom.js';
import { Dialog } from './dialog.js';
import { itemList } from './list.js';
import { FactTable } from './table.js';

/** All that is on the map, to be read: a list of the things, and a table of the facts. */
export class Listing {
  dialog;
  #map;
  #stockOf;
  #tabs = [];
  #chosen = 'list';

  constructor(map, stockOf) {
    this.#map = map;
    this.#stockOf = stockOf;
    this.dialog = new Dialog(map, 'listing');
  }

  open() {
    this.write();
    this.#tabs.find(({ name }) => name === this.#chosen).tab.focus();
  }

  async write() {
    const { words } = this.#map;
    const stock = this.#stockOf();
    this.#tabs = ['list', 'facts_table'].map((name) => this.#tab(name));
    const csv = h('button', { type: 'button', class: 'action', onclick: () => this.#map.takeaway.save('csv') }, words.say('table'));
    const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-labelledby': 'desk-list_and_table', onkeydown: (event) => this.#key(event) }, ...this.#tabs.map(({ tab }) => tab));
    this.dialog.show(this.dialog.head('list_and_table', h('div', { class: 'desk-tools' }, tabs, csv)), ...this.#tabs.map(({ panel }) => panel));
    this.#choose(this.#chosen);
    const isOpen = () => this.dialog.isOpen && stock.isOf(this.#map);
    await stock.gather(() => stock.isOf(this.#map));
    if (!isOpen()) return;
    const [list, table] = this.#tabs.map(({ panel }) => panel);
    list.replaceChildren(itemList(this.#map, stock, () => this.dialog.close()));
    table.replaceChildren(new FactTable(this.#map, stock).element);
  }

  #tab(name) {
    const { words } = this.#map;
    const tab = h('button', { type: 'button', role: 'tab', id: `desk-tab-${name}`, 'aria-controls': `desk-${name}`, onclick: () => this.#choose(name) }, words.say(name));
    const panel = h('div', { class: 'desk-body', role: 'tabpanel', id: `desk-${name}`, tabindex: 0, 'aria-labelledby': tab.id, hidden: true });
    return { name, tab, panel };
  }

  #choose(name) {
    this.#chosen = name;
    for (const one of this.#tabs) {
      const isChosen = one.name === name;
      one.tab.setAttribute('aria-selected', String(isChosen));
      one.tab.tabIndex = isChosen ? 0 : -1;
      one.panel.hidden = !isChosen;
    }
  }

  #key(event) {
    if (!['ArrowLeft', 'ArrowRight'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const other = this.#tabs.find(({ name }) => name !== this.#chosen); // there are two
    this.#choose(other.name);
    other.tab.focus();
  }
}
