import { h, said } from '../element/dom.js';
import { figureLine } from './figure.js';
import { paged } from './pages.js';
import { open, show } from './reach.js';
import { KINDS } from './stock.js';

const PAGE = 100;

/** Everything on the map by kind, each with a button that opens its panel; `leave()` makes way for what they show. */
export function itemList(map, stock, leave) {
  const { words } = map;
  const titles = new Map(map.engine.get('layers').map(({ id, title }) => [id, title]));
  const row = (thing) => {
    const { kind, raw, title } = thing;
    const name = words.say('show_on_map');
    const line = kind === 'flow' ? figureLine(words, stock, stock.fact(raw.fact)) : undefined;
    const layer = !line && titles.get(raw.layer);
    const go = (way) => () => {
      leave();
      way(map, stock, thing);
    };
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'item', onclick: go(open) },
        said('span', { class: 'found-title' }, title),
        layer ? said('span', { class: 'item-layer' }, layer) : undefined,
        line,
      ),
      h('button', { type: 'button', class: 'pin', 'aria-label': `${name}: ${title.text}`, title: name, onclick: go(show) }, map.icon('show')),
    );
  };
  const sections = Object.entries(KINDS).map(([kind, key]) => {
    const things = stock.things.filter((thing) => thing.kind === kind);
    if (!things.length) return undefined;
    const list = h('ul', { class: 'items' });
    const more = paged(words, things, PAGE, list, row);
    return h('section', {}, h('h3', {}, `${words.say(key)} · ${words.count(things.length)}`), list, more);
  });
  return h('div', { class: 'lists' }, ...sections);
}
