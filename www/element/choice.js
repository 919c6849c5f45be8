import { Panel } from './panel.js';
import { patiently } from './patience.js';
import { Tooltip } from './tooltip.js';

const KINDS = ['country', 'place', 'flow', 'line', 'area', 'disputed', 'sum', 'group'];

/** What is chosen on the map, and the panel that tells of it. */
export class Choice {
  panel;
  tooltip = new Tooltip(() => this.#map.engine.tell('pointer', 'leave'));
  /** { kind, id }, or null. */
  selected = null;
  /** What the panel is about: 'selection', 'lens' or 'step'. */
  shows;
  #map;

  constructor(map) {
    this.#map = map;
    this.panel = new Panel(map.words, {
      dismiss: () => this.dismiss(),
      moved: () => map.stage.cover(),
      show: (id) => map.element.flyTo({ fit: id }),
      citation: (panel) => map.takeaway.citation(panel),
      copied: () => map.live.say(map.words.said('copied')),
      told: (text) => map.live.say({ text }),
      table: (panel) => map.takeaway.saveTable(panel),
    });
  }

  /** What an id or `{ kind, id }` names; undefined when there is no such thing. */
  find(target) {
    if (typeof target === 'string') return KINDS.map((kind) => ({ kind, id: target })).find((one) => this.#read(one));
    const { kind, id } = target ?? {};
    return typeof kind === 'string' && typeof id === 'string' && this.#read({ kind, id }) ? { kind, id } : undefined;
  }

  choose(found, takeFocus) {
    if (!found) return false;
    const { engine } = this.#map;
    engine.apply(engine.get('select', found.kind, found.id), { takeFocus });
    this.is(found, takeFocus);
    return true;
  }

  /** Several things may be meant: the reader says which. */
  async offer(choices, takeFocus) {
    const chosen = (thing, byKeyboard) => this.choose(thing, byKeyboard || takeFocus);
    try {
      const { openChooser } = await patiently(() => import('../chooser/index.js'), () => this.#map.isConnected);
      if (this.#map.isConnected) openChooser(this.#map, choices, chosen);
    } catch {
      chosen(choices.of[0]); // it could not be had: the likeliest
    }
  }

  /** The engine has chosen something, or nothing. */
  is(selected, takeFocus) {
    const data = selected && this.#read(selected);
    if (!data) return this.close();
    const { kind, id } = selected;
    const isNew = this.selected?.kind !== kind || this.selected?.id !== id;
    this.selected = { kind, id };
    if (isNew || !this.panel.isOpen || this.shows !== 'selection') this.open('selection', data, takeFocus);
    if (isNew) this.#map.fire('khorgos-select', this.selected);
  }

  /** What a step of the story chooses is lit on the map; its panel would hide the story. */
  isTold(selected) {
    const told = selected && { kind: selected.kind, id: selected.id };
    if (told?.kind === this.selected?.kind && told?.id === this.selected?.id) return;
    this.selected = told;
    this.#map.fire('khorgos-select', told);
  }

  /** Writes the panel of the selection anew; says whether there is one. */
  rewrite() {
    const data = this.shows === 'selection' && this.selected && this.#read(this.selected);
    if (data) this.panel.open(data, { takeFocus: false });
    return Boolean(data);
  }

  /** After new documents: what was chosen is shown anew if it is still there. */
  refresh() {
    if (!this.rewrite()) return this.close();
    this.#map.engine.tell('select', this.selected.kind, this.selected.id);
  }

  /** Who hears the heading, because the focus goes there, or the lens, which opened it, is not told of the panel as well. */
  open(shows, data, takeFocus) {
    this.shows = shows;
    this.tooltip.show();
    if (!takeFocus && shows !== 'lens') this.#map.live.say(this.#map.words.said('opened', data.title.text));
    this.panel.open(data, { takeFocus });
    this.#map.parts.box.classList.add('panel-open');
    this.#map.surround.disclosures.close();
    this.#map.stage.cover();
  }

  shut() {
    if (!this.panel.isOpen) return;
    this.panel.close(this.#map.parts.canvas);
    this.#map.parts.box.classList.remove('panel-open');
    this.#map.stage.cover();
  }

  /** What a step of the story is about stays chosen when its facts are put away. */
  dismiss() {
    if (this.panel.isOpen && this.shows === 'step') return this.shut();
    this.#map.engine.tell('clearSelection');
    this.close();
  }

  close() {
    this.shut();
    if (!this.selected) return;
    this.selected = null;
    this.#map.fire('khorgos-select', null);
  }

  /** The keyboard's way to what is on the map: the cross stands in the middle of what no panel covers. */
  openAtCross() {
    const { clientWidth, clientHeight } = this.#map.parts.box;
    const { end, bottom } = this.panel.covers;
    const from = this.#map.words.isMirrored ? end : 0;
    const { engine, element } = this.#map;
    const at = [from + (clientWidth - end) / 2, (clientHeight - bottom) / 2];
    if (element.pick(...at)) engine.apply(engine.get('press', ...at), { takeFocus: true });
  }

  #read({ kind, id }) {
    return this.#map.engine.get('panel', kind, id);
  }
}
