import { h } from '../element/dom.js';
import { Dialog } from './dialog.js';

const ARROWS = ['←', '↑', '↓', '→'];
const ROWS = {
  key_move: ARROWS,
  key_zoom: ['+', '−'],
  whole_map: ['0'],
  key_next: ['N', 'P'],
  key_kind: [']', '['],
  key_direction: ARROWS.map((arrow) => `Shift ${arrow}`),
  key_open: ['Enter'],
  key_close: ['Esc'],
  search: ['/'],
  keyboard: ['?'],
};
/** Those whose keys write a character. */
const SINGLE = ['key_zoom', 'whole_map', 'key_next', 'key_kind', 'search', 'keyboard'];

/** Which keys the map hears. Those that write a character can be turned off here: `element.keys`. */
export class Help {
  dialog;
  #map;

  constructor(map) {
    this.#map = map;
    this.dialog = new Dialog(map, 'help');
  }

  open() {
    this.write();
  }

  /** Writes it in the language of the map. */
  write() {
    const { areKeysOff, element, words } = this.#map;
    const row = ([key, names]) => h('tr', { 'data-key': key }, h('th', { scope: 'row' }, words.say(key)), h('td', {}, ...names.flatMap((name) => [h('kbd', {}, name), ' '])));
    const rows = Object.entries(ROWS).map(row);
    const show = () => {
      for (const node of rows) node.hidden = !single.checked && SINGLE.includes(node.dataset.key);
    };
    const turn = () => {
      element.keys = single.checked ? null : 'off';
      show();
    };
    const single = h('input', { type: 'checkbox', checked: !areKeysOff, onchange: turn });
    show();
    this.dialog.show(this.dialog.head('keyboard'), h('div', { class: 'desk-body' }, h('table', {}, h('tbody', {}, ...rows)), h('label', {}, single, words.say('single_keys'))));
  }
}
