/** Has something in sight on the map, with its layer switched on. */
export function show(map, stock, found) {
  const layer = (found.kind ? found : found.flow ?? found.teller)?.raw?.layer;
  if (map.engine.get('layers')?.some(({ id, visible }) => id === layer && !visible)) {
    map.engine.tell('setLayer', layer, true);
    map.surround.drawLayers();
  }
  map.element.flyTo({ fit: stock.sight(found) });
}

/** Opens the panel that tells of something and takes the view there. */
export function open(map, stock, found) {
  const thing = found.kind ? found : found.teller;
  map.choice.choose({ kind: thing.kind, id: thing.id }, true);
  if (!found.kind) point(map, `[data-fact="${CSS.escape(found.id)}"]`);
  show(map, stock, found);
}

/** Opens the panel of a fact at one of its sources. */
export function openSource(map, stock, fact, source) {
  open(map, stock, fact);
  const { groups } = map.engine.get('panel', fact.teller.kind, fact.teller.id);
  const entry = groups.flatMap(({ facts }) => facts).find(({ id }) => id === fact.id);
  point(map, `[data-source="${entry.notes[fact.raw.cite.notes.indexOf(source)]}"]`);
}

/** Brings a part of the panel into sight, and the focus there. */
function point({ choice }, selector) {
  const node = choice.panel.element.querySelector(selector);
  if (!node) return;
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  choice.panel.bring(node, true);
}
