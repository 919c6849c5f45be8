// Which of several things is meant. Loaded when it is first asked.
import { h, said } from '../element/dom.js';
import css from './chooser.css';

const WAYS = { ArrowDown: 1, ArrowUp: -1 };
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * A small menu at a point of the map where several small things lie. `pick(thing, byKeyboard)` hears which is meant; Escape and a
 * press elsewhere shut it.
 */
export function openChooser({ element, parts, words, dress, signal: end }, { x, y, of }, pick) {
  const { box } = parts;
  const root = element.shadowRoot;
  dress.add(sheet);
  root.querySelector('.chooser')?.remove();
  const before = root.activeElement ?? parts.canvas;
  const leaving = new AbortController();
  const { signal } = leaving;
  const shut = () => {
    const hadFocus = menu.contains(root.activeElement);
    leaving.abort();
    menu.remove();
    if (hadFocus) before.focus({ preventScroll: true });
  };
  const choice = (thing) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        onclick: (event) => {
          shut();
          pick(thing, event.detail === 0);
        },
      },
      said('b', {}, thing.title),
      thing.note && said('span', {}, thing.note),
    );
  const items = of.map(choice);
  const menu = h('div', { class: 'chooser card', role: 'menu', 'aria-label': words.say('choose') }, said('p', {}, words.said('choose')), ...items);
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(root.activeElement);
    const to = { Home: 0, End: items.length - 1 }[event.key] ?? (at + WAYS[event.key] + items.length) % items.length;
    if (event.key === 'Escape' || event.key === 'Tab') shut();
    else if (to >= 0) items[to].focus({ preventScroll: true });
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  });
  element.ownerDocument.addEventListener('pointerup', (event) => event.composedPath().includes(menu) || shut(), { signal, capture: true });
  end.addEventListener('abort', shut, { signal });
  for (const type of ['khorgos-viewchange', 'khorgos-select', 'khorgos-lens']) element.addEventListener(type, shut, { signal });
  box.append(menu);
  const { offsetWidth: wide, offsetHeight: tall } = menu;
  const within = (at, size, all) => Math.max(4, Math.min(at, all - size - 4));
  menu.style.setProperty('translate', `${within(x + 6, wide, box.clientWidth)}px ${within(y + 6, tall, box.clientHeight)}px`);
  items[0].focus({ preventScroll: true });
}
