import { h, said } from '../element/dom.js';
import { Dialog } from './dialog.js';
import { Finder } from './finder.js';
import { figureLine } from './figure.js';
import { open, openSource, show } from './reach.js';
import { KINDS } from './stock.js';

const GROUPS = { ...KINDS, fact: 'facts', source: 'sources' };
// So many of a kind are shown until more are asked for.
const FEW = 6;
const MORE = 40;

/** Finds what is on the map and what is said of it. The focus stays in the field, as in every list that belongs to one. */
export class Search {
  dialog;
  #map;
  #stockOf;
  #finders = new WeakMap();
  #field;
  #list;
  #status;
  #footer;
  #most = {};
  #options = []; // what can be chosen, as they stand: { node, act, show }
  #at = -1;

  constructor(map, stockOf) {
    this.#map = map;
    this.#stockOf = stockOf;
    this.dialog = new Dialog(map, 'search');
  }

  open() {
    this.write();
    this.#field.select();
  }

  /** Writes it in the language of the map. What was looked for stays. */
  write() {
    const { words } = this.#map;
    const query = this.#field?.value ?? '';
    this.#list = h('div', { class: 'found', id: 'desk-found', role: 'listbox', 'aria-label': words.say('search'), onclick: (event) => this.#click(event), onpointerdown: (event) => event.preventDefault() });
    this.#status = h('p', { class: 'found-count', role: 'status' });
    this.#field = h('input', {
      class: 'query',
      type: 'text',
      role: 'combobox',
      dir: 'auto',
      autofocus: true,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      placeholder: words.say('search_hint'),
      'aria-label': words.say('search'),
      'aria-autocomplete': 'list',
      'aria-controls': 'desk-found',
      'aria-expanded': 'false',
      oninput: () => this.#look(),
      onkeydown: (event) => this.#key(event),
    });
    this.#field.value = query;
    this.#footer = h('button', { type: 'button', class: 'action', hidden: true, onclick: () => this.#options[this.#at]?.show?.() }, words.say('show_on_map'));
    this.dialog.show(this.dialog.head('search'), h('div', { class: 'query-row' }, this.#map.icon('search'), this.#field), this.#list, h('footer', { class: 'desk-foot' }, this.#status, this.#footer));
    this.#look();
    this.#fill();
  }

  async #fill() {
    const { documents } = this.#map;
    const stock = this.#stockOf();
    await this.#finder(stock).fill(documents.shown.brief.url, !documents.inputs.map.given, () => stock.isOf(this.#map));
    if (this.dialog.isOpen && stock.isOf(this.#map)) this.#draw(false);
  }

  #finder(stock) {
    if (!this.#finders.has(stock)) this.#finders.set(stock, new Finder(stock, this.#map.fetchAll));
    return this.#finders.get(stock);
  }

  #look() {
    this.#most = {};
    this.#draw(false);
  }

  /** Shows what is found; `staysAt`: what was marked stays so. */
  #draw(staysAt) {
    const { words } = this.#map;
    const stock = this.#stockOf();
    const query = this.#field.value.trim();
    const found = query ? this.#finder(stock).find(query) : [];
    const groups = new Map();
    for (const entry of found) {
      const kind = entry.kind ?? 'fact';
      groups.set(kind, [...(groups.get(kind) ?? []), entry]);
    }
    this.#options = [];
    this.#list.replaceChildren(...[...groups].map(([kind, entries]) => this.#group(stock, kind, entries)));
    this.#field.setAttribute('aria-expanded', String(found.length > 0));
    this.#list.hidden = !found.length;
    this.#status.textContent = !query ? '' : found.length ? words.say('results', words.count(found.length)) : words.say('no_results');
    this.#mark(staysAt ? this.#at : 0);
  }

  #group(stock, kind, entries) {
    const { words } = this.#map;
    const most = this.#most[kind] ?? FEW;
    const title = `${words.say(GROUPS[kind])} · ${words.count(entries.length)}`;
    const rows = entries.slice(0, most).map((entry) => this.#option(stock, entry));
    if (entries.length > most) rows.push(this.#more(kind, most));
    return h('div', { role: 'group', 'aria-label': title }, h('div', { class: 'found-kind', 'aria-hidden': 'true' }, title), ...rows);
  }

  #option(stock, entry) {
    const { kind } = entry;
    const act = () => {
      this.dialog.close();
      if (kind === 'source') openSource(this.#map, stock, entry.fact, entry.id);
      else open(this.#map, stock, entry);
    };
    const canShow = kind !== 'source' && Boolean(kind || entry.teller);
    const showIt = () => {
      this.dialog.close();
      show(this.#map, stock, entry);
    };
    const pin = canShow ? h('span', { class: 'pin', 'aria-hidden': 'true', title: this.#map.words.say('show_on_map') }, this.#map.icon('show')) : undefined;
    const line = kind === 'flow' || !kind ? figureLine(this.#map.words, stock, kind ? stock.fact(entry.raw.fact) : entry) : undefined;
    const title = kind ? said('span', { class: 'found-title' }, entry.title) : said('span', { class: 'found-text' }, entry.entry.text);
    return this.#add({ act, show: canShow ? showIt : undefined }, h('span', { class: 'found-what' }, title, line), pin);
  }

  #more(kind, most) {
    const act = () => {
      this.#most[kind] = most + MORE;
      this.#draw(true);
    };
    return this.#add({ act }, h('span', { class: 'found-more' }, this.#map.words.say('more')));
  }

  #add(option, ...content) {
    const number = this.#options.length;
    option.node = h('div', { role: 'option', class: 'option', id: `desk-option-${number}`, 'aria-selected': 'false', 'data-number': number }, ...content);
    this.#options.push(option);
    return option.node;
  }

  #mark(at) {
    this.#at = Math.min(at, this.#options.length - 1);
    for (const [number, { node }] of this.#options.entries()) node.setAttribute('aria-selected', String(number === this.#at));
    const option = this.#options[this.#at];
    if (option) this.#field.setAttribute('aria-activedescendant', option.node.id);
    else this.#field.removeAttribute('aria-activedescendant');
    this.#footer.hidden = !option?.show;
    if (option) inSight(option.node, this.#list);
  }

  #key(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.#options.length;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (way && count) {
      event.preventDefault();
      this.#mark((this.#at + way + count) % count);
    } else if (event.key === 'Enter' && count) {
      event.preventDefault();
      const { act, show } = this.#options[this.#at];
      (event.shiftKey && show ? show : act)();
    }
  }

  #click(event) {
    const option = this.#options[event.target.closest('.option')?.dataset.number];
    if (!option) return;
    if (event.target.closest('.pin')) option.show();
    else option.act();
  }
}

/** Scrolls a list, and nothing around it, until a part of it is in sight. */
function inSight(node, list) {
  const [part, all] = [node.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollTop += Math.min(0, part.top - all.top) + Math.max(0, part.bottom - all.bottom);
}
