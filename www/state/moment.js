// What a map shows, as texts by member, and how it is shown again.

const LANG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
// A tenth of a second of arc; a thousandth of a zoom level.
const [DEGREES, LEVELS] = [1e4, 1e3];

const rounded = (number, parts) => Math.round(number * parts) / parts;

const layersOf = ({ engine }) => engine.get('layers') ?? [];
const idsOf = (layers) => layers.map(({ id }) => id).join();

const briefs = new WeakMap();
/** The layers that are on when the reader has switched none: those of the lens, or of the brief. */
function usualLayers({ documents: { shown }, element }) {
  if (!briefs.has(shown.brief)) briefs.set(shown.brief, JSON.parse(new TextDecoder().decode(shown.brief.parts[0])));
  const { layers = [], lenses = [] } = briefs.get(shown.brief);
  const lens = lenses.find(({ id }) => id === element.lens)?.layers;
  return idsOf(layers.filter(({ id, visible }) => lens?.includes(id) ?? visible));
}

/** Of a map that is ready. `layers` is empty as long as the reader has switched none. */
export function momentOf(map) {
  const { choice, element, engine, telling } = map;
  const [longitude, latitude, zoom] = engine.get('whereabouts') ?? [];
  const layers = idsOf(layersOf(map).filter(({ visible }) => visible));
  return {
    view: longitude === undefined ? '' : [rounded(longitude, DEGREES), rounded(latitude, DEGREES), rounded(zoom, LEVELS)].join(),
    lens: element.lens ?? '',
    layers: layers === usualLayers(map) ? '' : layers,
    select: choice.selected ? `${choice.selected.kind}/${choice.selected.id}` : '',
    step: telling.step === null ? '' : String(telling.step + 1),
    lang: element.getAttribute('lang') ?? '',
  };
}

/** Shows a moment again where it is another than `now`; what the map does not have is passed over. */
export async function showMoment(map, now, wanted) {
  const { element, engine, surround, telling } = map;
  const isOther = (name) => wanted[name] !== now[name];
  if (isOther('lang') && (!wanted.lang || LANG.test(wanted.lang))) {
    if (wanted.lang) element.lang = wanted.lang;
    else element.removeAttribute('lang');
    await element.ready;
  }
  if (isOther('step')) element.step = telling.has(Number(wanted.step) - 1) ? Number(wanted.step) - 1 : null;
  const lens = wanted.lens || null;
  const isLens = lens === null || engine.get('lenses').some(({ id }) => id === lens);
  if (isLens && element.lens !== lens) element.lens = lens;
  if (isOther('layers')) {
    engine.tell('setLens', element.lens ?? undefined); // with the layers that come with it
    const on = wanted.layers.split(',');
    if (wanted.layers) for (const { id } of layersOf(map)) engine.tell('setLayer', id, on.includes(id));
    surround.drawLayers();
  }
  const [kind, ...id] = wanted.select.split('/');
  const selected = map.choice.selected;
  if (!kind && selected) element.select(null);
  else if (kind && (selected?.kind !== kind || selected.id !== id.join('/'))) element.select({ kind, id: id.join('/') });
  const [longitude, latitude, zoom] = wanted.view.split(',').map(Number);
  if (wanted.view && [longitude, latitude, zoom].every(Number.isFinite)) element.flyTo({ center: [longitude, latitude], zoom, animate: false });
  else if (now.view && !wanted.step) engine.tell('home');
}
