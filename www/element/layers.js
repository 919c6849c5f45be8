import { h, said } from './dom.js';

/** One checkbox a layer; `toggled(id, visible)` hears each change. */
export function layerSwitches(layers, words, toggled) {
  return h(
    'fieldset',
    {},
    h('legend', {}, words.say('layers')),
    ...layers.map(({ id, title, visible }) =>
      h(
        'label',
        {},
        h('input', { type: 'checkbox', name: id, checked: visible, onchange: (event) => toggled(id, event.target.checked) }),
        said('span', {}, title),
      ),
    ),
  );
}
