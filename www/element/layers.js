import { h } from './dom.js';

/** One checkbox a layer; `toggled(id, visible)` hears each change. */
export function layerSwitches(layers, toggled) {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Layers'),
    ...layers.map(({ id, title, visible }) =>
      h(
        'label',
        {},
        h('input', { type: 'checkbox', name: id, checked: visible, onchange: (event) => toggled(id, event.target.checked) }),
        h('span', {}, title),
      ),
    ),
  );
}
