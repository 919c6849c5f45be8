// The table of keys.
import { h } from '../element/dom.js';
import css from './help.css';
import { ENGLISH } from './words.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

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

/**
 * Shows which keys the map hears. Those that write a character can be turned off here: `element.keys`.
 * When the dialog shuts, the focus goes back to where it was.
 */
export function help({ dress, element, parts, words }) {
  words.learn(ENGLISH);
  dress.add(sheet);
  const row = ([key, names]) => h('tr', { 'data-key': key }, h('th', { scope: 'row' }, words.say(key)), h('td', {}, ...names.flatMap((name) => [h('kbd', {}, name), ' '])));
  const rows = Object.entries(ROWS).map(row);
  const show = () => {
    for (const node of rows) node.hidden = !single.checked && SINGLE.includes(node.dataset.key);
  };
  const turn = () => {
    element.keys = single.checked ? null : 'off';
    show();
  };
  const single = h('input', { type: 'checkbox', checked: element.keys !== 'off', onchange: turn });
  const shut = h('button', { type: 'button', class: 'action', onclick: () => dialog.close() }, words.say('close'));
  const dialog = h(
    'dialog',
    // What is pressed here is no key of the map, nor of the page around it.
    { class: 'help', 'aria-labelledby': 'help-title', onclose: () => dialog.remove(), onkeydown: (event) => event.stopPropagation() },
    h('h2', { id: 'help-title' }, words.say('keyboard')),
    h('table', {}, h('tbody', {}, ...rows)),
    h('label', {}, single, words.say('single_keys')),
    shut,
  );
  show();
  parts.box.append(dialog);
  dialog.showModal();
}
