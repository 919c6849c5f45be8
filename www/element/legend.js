import { h, said } from './dom.js';
import { swatch } from './swatch.js';

/** The legend's groups from the engine's rows: only what is on the map now. */
export function legendGroups(rows) {
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row.group)) groups.set(row.group, []);
    groups.get(row.group).push(row);
  }
  return [...groups].map(([title, members]) =>
    h(
      'section',
      { class: 'legend-group' },
      h('h3', {}, title),
      h('ul', {}, ...members.map((row) => h('li', {}, swatch(row.swatch), said('span', {}, row.label)))),
    ),
  );
}
