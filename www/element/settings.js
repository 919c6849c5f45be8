import { refused } from './faults.js';

/** The engine's methods for the attributes that change the map itself. */
const SETTERS = { graticule: 'setGraticule', projection: 'setProjection', worldview: 'setWorldview' };

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
