import { comparisons } from './comparisons.js';
import { h, said } from './dom.js';
import { factGroups } from './facts.js';
import { icon } from './icons.js';
import { PanelFoot } from './panel-foot.js';
import { Sheet } from './sheet.js';
import { sourceList } from './sources.js';
import { mark } from './words.js';

// From here on a panel is too long to be read without a list of its themes.
const LONG = 10;

/** What the brief says of one thing on the map: at the side of a wide map, a sheet from below on a narrow one. */
export class Panel {
  element;
  #heading = h('h2', { id: 'panel-title', tabindex: -1 });
  #head = h('div', { class: 'panel-head' });
  #body = h('div', { class: 'panel-body', tabindex: 0, role: 'region', 'aria-labelledby': 'panel-title' });
  #foot;
  #sheet;
  #returnTo;
  #show;
  #id;
  #words;

  /** `dismiss()` is called when the reader shuts the panel, `moved()` when it covers more or less of the map, `show(id)` to have its thing in sight; the rest is for its foot. */
  constructor(words, { dismiss, moved, show, ...act }) {
    this.#words = words;
    this.element = h('section', { class: 'panel', part: 'panel', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'panel-title', inert: true });
    this.#sheet = new Sheet(this.element, words, { dismiss, changed: moved });
    const close = h('button', { type: 'button', class: 'close', onclick: dismiss }, icon('close'));
    words.label(close, 'close');
    this.#show = words.label(h('button', { type: 'button', class: 'show', onclick: () => show(this.#id) }, icon('show')), 'show_on_map');
    this.#foot = new PanelFoot(words, act);
    this.element.append(this.#sheet.handle, this.#head, this.#show, close, this.#body, this.#foot.element);
  }

  /** What scrolls: the text, or in a low box the panel as a whole. */
  get #scroller() {
    return getComputedStyle(this.#body).overflowY === 'visible' ? this.element : this.#body;
  }

  get isOpen() {
    return this.element.classList.contains('open');
  }

  /** The px that the panel covers at the end of the box's lines and at its bottom. */
  get covers() {
    if (!this.isOpen) return { end: 0, bottom: 0 };
    const isSheet = getComputedStyle(this.#sheet.handle).display !== 'none';
    return isSheet ? { end: 0, bottom: this.#sheet.covers } : { end: this.element.offsetWidth, bottom: 0 };
  }

  /** Shows a panel's data. `takeFocus` when it was opened by the keyboard: the focus goes to the heading and comes back on closing. */
  open(data, { takeFocus }) {
    if (!this.isOpen) this.#sheet.set('half');
    this.#write(data);
    this.element.inert = false;
    this.element.classList.add('open');
    this.#scroller.scrollTop = 0;
    if (!takeFocus) return;
    this.#returnTo ??= this.element.getRootNode().activeElement;
    this.#heading.focus({ preventScroll: true });
  }

  /** Shuts it. The focus that was inside goes back to where it came from, else to `fallback`. */
  close(fallback) {
    if (!this.isOpen) return;
    const hadFocus = this.element.contains(this.element.getRootNode().activeElement);
    this.element.classList.remove('open');
    this.element.inert = true;
    if (hadFocus) (this.#returnTo ?? fallback).focus({ preventScroll: true });
    this.#returnTo = undefined;
  }

  #write(data) {
    this.#heading.textContent = data.title.text;
    mark(this.#heading, data.title.lang);
    this.#head.replaceChildren(this.#heading, ...(data.own ? [h('p', { class: 'own', lang: data.own.lang, dir: 'auto' }, data.own.text)] : []));
    this.#id = data.id;
    this.#show.hidden = !/^(country|place|flow|line|area)$/.test(data.kind); // what a view can be of
    const parts = [
      data.summary && said('p', { class: 'lead' }, data.summary),
      comparisons(data.comparisons, this.#words, (number, from) => this.#showSource(number, from)),
      ...factGroups(data.groups, this.#words, (number, from) => this.#showSource(number, from)),
      ...data.remarks.map((text) => said('p', { class: 'remark' }, text)),
      sourceList(data.sources, this.#words),
      data.credit && said('p', { class: 'credit' }, data.credit),
    ];
    this.#body.replaceChildren(...parts.filter(Boolean));
    this.#foot.show(data);
    const facts = data.groups.reduce((sum, group) => sum + group.facts.length, 0);
    if (facts >= LONG && data.groups.length > 1) this.#head.append(this.#themes());
  }

  /** One button a theme, in the head that stays while the facts scroll. */
  #themes() {
    const go = (heading) => () => {
      heading.focus({ preventScroll: true });
      this.bring(heading.parentElement, true);
    };
    const headings = [...this.#body.querySelectorAll('.group > h3, .sources > h3')];
    const buttons = headings.map((heading) => h('button', { type: 'button', onclick: go(heading) }, heading.textContent));
    return h('nav', { class: 'themes', 'aria-label': this.#words.say('themes') }, ...buttons);
  }

  #showSource(number, from) {
    const item = this.#body.querySelector(`[data-source="${number}"]`);
    if (!item) return;
    this.#body.querySelector('.back')?.remove();
    const back = h('button', { type: 'button', class: 'back', onclick: () => { back.remove(); from.focus({ preventScroll: true }); this.bring(from); } }, this.#words.say('back_to_text'));
    item.append(back);
    item.focus({ preventScroll: true });
    this.bring(item);
  }

  /** Brings a part of the body into sight, or to its top; the page around the map stays where it is. */
  bring(part, toTop) {
    const MARGIN = 12;
    const scroller = this.#scroller;
    const [at, sight] = [part, scroller].map((node) => node.getBoundingClientRect());
    const [above, below] = [at.top - sight.top, at.bottom - sight.bottom];
    if (toTop) scroller.scrollTop += above;
    else if (above < MARGIN) scroller.scrollTop += above - MARGIN;
    else if (below > -MARGIN) scroller.scrollTop += below + MARGIN;
  }
}
