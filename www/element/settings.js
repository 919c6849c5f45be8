import { refused } from './faults.js';
import { WORDS } from './vocabulary.js';

/** The engine's methods for the attributes that change the map itself. */
const SETTERS = { graticule: 'setGraticule', projection: 'setProjection', worldview: 'setWorldview' };

/** Characters of a word that is told. */
const MOST_SHOWN = 60;

/** Tells the page of a word that is not among those that an attribute may be, as the engine does of its own. */
export function check(map, name, word, words = WORDS[name]) {
  if (!words || word === null || words.includes(word)) return;
  const problem = { path: name, expected: words.length ? `one of ${words.join(', ')}` : 'none', found: JSON.stringify(word.slice(0, MOST_SHOWN)) };
  map.fire('khorgos-error', refused(name, undefined, [problem]));
}

/** Hands such attributes to a widget. A word that is none of theirs is told to the page. */
export function hand(map, widget, ...names) {
  for (const name of names) {
    const setting = widget && map.engine.attempt(() => widget[SETTERS[name]](map.element[name] ?? undefined));
    if (setting?.problems.length) map.fire('khorgos-error', refused(name, undefined, setting.problems));
    if (!setting?.effects.draw) continue;
    map.engine.apply(setting.effects);
    map.choice.rewrite();
  }
}
