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
  key_found: ['Shift Enter'],
  keyboard: ['?'],
};
/** What fingers and the mouse do. Words for both. */
const GESTURES = ['gesture_move', 'gesture_zoom', 'gesture_twice', 'gesture_back', 'gesture_hold', 'gesture_frame'];
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
    const keys = [h('table', {}, h('tbody', {}, ...rows)), h('label', {}, single, words.say('single_keys'))];
    const gestures = [h('h3', {}, words.say('gestures')), h('ul', {}, ...GESTURES.map((key) => h('li', {}, words.say(key))))];
    this.dialog.show(this.dialog.head('keyboard'), h('div', { class: 'desk-body' }, keys, gestures));
  }
}
