// <khorgos-map>: the DOM around the map. Everything that is drawn, measured or decided about the map happens in the engine.
import css from './khorgos.css';
import { aboutCard, creditLine } from './element/attribution.js';
import { watchBox } from './element/box.js';
import { controls } from './element/controls.js';
import { covered, UNCOVERED } from './element/covered.js';
import { Disclosures } from './element/disclosure.js';
import { startEngine } from './element/engine.js';
import { Frames } from './element/frames.js';
import { listenToPointers } from './element/gestures.js';
import { Input } from './element/input.js';
import { listenToKeys, ZOOM_STEP } from './element/keys.js';
import { layerSwitches } from './element/layers.js';
import { legendGroups } from './element/legend.js';
import { SHIPPED } from './element/loading.js';
import { Panel } from './element/panel.js';
import { Problems } from './element/problems.js';
import { Promised } from './element/promised.js';
import { scaffold } from './element/scaffold.js';
import { systemColors, Theme } from './element/theme.js';
import { Tooltip } from './element/tooltip.js';

const PRINT_PX_RATIO = 300 / 96; // 300 dots an inch
const KINDS = ['country', 'place', 'flow', 'line', 'area'];
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** A citable flow map. See khorgos.d.ts for what a page can do with it. */
export class KhorgosMap extends HTMLElement {
  static observedAttributes = ['brief', 'map', 'theme'];

  #inputs = { brief: new Input(SHIPPED.brief), map: new Input(SHIPPED.map) };
  #widget; // the engine's half of this map, while there is one
  #shown; // what is drawn: { map, brief }
  #selected = null;
  #size; // of the map on the screen, CSS px: [wide, tall]
  #viewMoved = false;
  #run = 0; // counts loads, so that an overtaken one knows it
  #due = false;
  #ready = new Promised();
  #leaving; // aborts every listener when the element is let go
  #stopBox;

  #theme = new Theme(() => this.#dress());
  #frames = new Frames(() => this.#draw());
  #tooltip = new Tooltip();
  #problems = new Problems();
  #disclosures = new Disclosures();
  #panel = new Panel({ dismiss: () => this.#dismiss(), moved: () => this.#cover() });
  #parts;

  constructor() {
    super();
    this.#parts = scaffold({
      controls: controls({ zoomIn: () => this.zoomBy(ZOOM_STEP), zoomOut: () => this.zoomBy(1 / ZOOM_STEP), home: () => this.#tell('home') }),
      disclosures: this.#disclosures,
      panel: this.#panel.element,
      problems: this.#problems.element,
      tooltip: this.#tooltip.element,
    });
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet, this.#theme.sheet];
    root.append(this.#parts.poster, this.#parts.box);
  }

  connectedCallback() {
    // A page may have set properties before this class was there to hear of it.
    for (const name of ['brief', 'map', 'theme']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#leaving) return; // moved, not new
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const { canvas, box } = this.#parts;
    const send = (method, ...values) => this.#tell(method, ...values);
    listenToPointers(canvas, send, (x, y, touch) => this.#tooltip.pointerAt(x, y, touch), signal);
    listenToKeys(canvas, { pan: (dx, dy) => this.panBy(dx, dy), zoom: (factor) => this.zoomBy(factor), home: () => this.#tell('home'), open: () => this.#openAtCross() }, signal);
    canvas.addEventListener('pointerdown', () => this.#disclosures.close(), { signal });
    document.addEventListener('pointerdown', (event) => this.#pressedOn(event), { signal });
    document.addEventListener('keydown', (event) => this.#escape(event), { signal });
    this.#theme.watch(signal);
    this.#stopBox = watchBox(box, () => this.#resize());
    this.#schedule();
  }

  disconnectedCallback() {
    // An element that is moved is connected again within the task, and keeps its map.
    setTimeout(() => this.isConnected || this.destroy());
  }

  attributeChangedCallback(name, before, after) {
    if (name === 'theme') this.#theme.ask(after);
    else if (before !== after || typeof this.#inputs[name].given === 'object') this.#give(name, after ?? undefined);
  }

  get brief() {
    return this.#inputs.brief.given ?? null;
  }
  set brief(value) {
    this.#set('brief', value);
  }

  get map() {
    return this.#inputs.map.given ?? null;
  }
  set map(value) {
    this.#set('map', value);
  }

  get theme() {
    return this.#theme.asked;
  }
  set theme(value) {
    if (value === null || value === undefined) this.removeAttribute('theme');
    else this.setAttribute('theme', value);
  }

  get ready() {
    return this.#ready.promise;
  }

  get settled() {
    const idle = () => this.#frames.idle();
    return this.ready.then(idle, idle);
  }

  pick(x, y) {
    this.#frames.flush();
    const picked = this.#engine((widget) => widget.pick(x, y));
    return picked ? { kind: picked.kind, id: picked.id } : null;
  }

  project(longitude, latitude) {
    return this.#engine((widget) => widget.project(longitude, latitude)) ?? null;
  }

  select(target) {
    if (target === null) {
      this.#dismiss();
      return true;
    }
    return this.#choose(this.#find(target), false);
  }

  panBy(dx, dy) {
    this.#tell('panBy', -dx, -dy); // the engine moves the map, a page moves the view
  }

  zoomBy(factor, at) {
    this.#tell('zoomBy', factor, at?.x, at?.y);
  }

  destroy() {
    if (!this.#leaving) return;
    this.#leaving.abort();
    this.#leaving = undefined;
    this.#stopBox();
    this.#run += 1;
    this.#inputs.brief.drop();
    this.#inputs.map.drop();
    this.#letGo();
    this.#panel.close(this.#parts.canvas);
    this.#selected = null;
    this.#parts.box.classList.remove('drawn');
    this.#parts.poster.hidden = false;
  }

  // ---- documents ---------------------------------------------------------------------------------

  #set(name, value) {
    if (typeof value === 'string') this.setAttribute(name, value);
    else if (value !== null && value !== undefined) this.#give(name, value);
    else if (this.hasAttribute(name)) this.removeAttribute(name);
    else this.#give(name, undefined);
  }

  #give(name, value) {
    this.#inputs[name].give(value);
    if (this.#leaving) this.#schedule();
  }

  /** Several changes of one task are one load. Who waits for `ready` waits for the newest. */
  #schedule() {
    this.#ready = this.#ready.settled ? new Promised() : this.#ready;
    this.#run += 1;
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (this.#leaving) this.#load();
    });
  }

  async #load() {
    const run = this.#run;
    const [engine, map, brief] = await Promise.allSettled([startEngine(), this.#inputs.map.load(), this.#inputs.brief.load()]);
    if (run !== this.#run) return;

    const faults = [];
    if (engine.reason) faults.push({ source: 'engine', message: `could not be started: ${engine.reason.message ?? engine.reason}`, problems: [] });
    if (map.reason) faults.push({ source: 'map', message: map.reason.message, problems: [] });
    if (brief.reason) faults.push({ source: 'brief', message: brief.reason.message, problems: [] });
    if (engine.value) this.#attempt(() => this.#take(engine.value, map.value, brief.value, faults));
    if (run !== this.#run) return; // it broke down on the way and has said so
    if (faults.length) this.#say(faults);
    else this.#welcome();
  }

  /**
   * Hands new documents to the engine; what it refuses goes into `faults`, and the last good map stays.
   * A base map is joined to a brief once: a new one gets a widget of its own, which takes over when it is good with its brief.
   */
  #take(Widget, map, brief, faults) {
    const refuses = (problems, source, { url }) => problems.length && faults.push(refused(source, url, problems));
    const fresh = map && map !== this.#shown?.map ? new Widget(this.#parts.canvas) : undefined;
    if (fresh) this.#wear(fresh);
    const isGoodMap = fresh && !refuses(fresh.setMaps(map.parts), 'map', map);
    // Without a map the brief is still read, so that all that is wrong is told.
    const widget = isGoodMap || !this.#widget ? fresh : this.#widget;
    const isNew = widget === fresh || brief !== this.#shown.brief;
    const isGoodBrief = widget && brief && isNew && !refuses(widget.setBrief(brief.parts[0]), 'brief', brief);
    if (fresh && isGoodMap && isGoodBrief) {
      this.#letGo();
      this.#widget = fresh;
      this.#shown = { map, brief };
    } else {
      fresh?.free();
      if (isGoodBrief && this.#widget) this.#shown = { ...this.#shown, brief };
    }
  }

  #welcome() {
    this.#problems.clear();
    this.#close();
    this.#describe();
    this.#parts.poster.hidden = true;
    this.#parts.box.classList.add('drawn');
    this.#resize();
    if (!this.#shown) return; // drawing broke down
    this.#ready.resolve(this);
    this.#fire('khorgos-ready');
  }

  #describe() {
    const { title, summary, canvas, creditLine: line, about, layers } = this.#parts;
    const meta = this.#engine((widget) => widget.meta());
    if (!meta) return;
    title.textContent = meta.title;
    summary.textContent = meta.summary ?? '';
    canvas.setAttribute('aria-label', `${meta.title}: map`);
    line.replaceChildren(...creditLine(meta));
    about.replaceChildren(...aboutCard(meta));
    layers.replaceChildren(layerSwitches(this.#engine((widget) => widget.layers()) ?? [], (id, visible) => this.#switchLayer(id, visible)));
    this.#drawLegend();
  }

  #switchLayer(id, visible) {
    this.#tell('setLayer', id, visible);
    this.#drawLegend();
  }

  #drawLegend() {
    this.#parts.legend.replaceChildren(...legendGroups(this.#engine((widget) => widget.legend()) ?? []));
    this.#cover();
  }

  // ---- the theme ---------------------------------------------------------------------------------

  /** Another theme is on: the interface, the map and the legend's swatches follow in this very task, as a printer does not wait. */
  #dress() {
    this.#attempt(() => this.#wear());
    if (!this.#widget) return;
    this.#drawLegend();
    this.#resize();
  }

  /** Interface and map always change together. */
  #wear(widget = this.#widget) {
    const { name, sheet: colours } = this.#theme;
    this.shadowRoot.adoptedStyleSheets = [sheet, colours];
    if (name === 'forced') widget?.setSystemColors(...systemColors(this.shadowRoot));
    else widget?.setTheme(name);
  }

  // ---- the engine --------------------------------------------------------------------------------

  /** Asks the engine something. If it breaks down, the answer is undefined and the reader is told. */
  #engine(ask) {
    return this.#widget && this.#attempt(() => ask(this.#widget));
  }

  #attempt(action) {
    try {
      return action();
    } catch (cause) {
      this.#brokeDown(cause);
      return undefined;
    }
  }

  /** Calls a method that answers with effects, and lets them happen. */
  #tell(method, ...values) {
    this.#apply(this.#engine((widget) => widget[method](...values)));
  }

  #apply(effects, takeFocus = false) {
    if (!effects) return;
    if (effects.cursor) this.#parts.canvas.dataset.cursor = effects.cursor;
    if (effects.hover !== undefined) this.#tooltip.show(effects.hover?.title);
    if (effects.view) this.#viewMoved = true;
    if (effects.draw) this.#frames.ask();
    if (effects.select !== undefined) this.#selectionIs(effects.select, takeFocus);
  }

  #draw() {
    this.#engine((widget) => widget.draw());
    if (!this.#viewMoved) return;
    this.#viewMoved = false;
    this.#fire('khorgos-viewchange');
  }

  #resize() {
    const { clientWidth, clientHeight } = this.#parts.box;
    const { isPrint } = this.#theme;
    if (!isPrint || !this.#size) this.#size = [clientWidth, clientHeight]; // paper shows what the screen shows
    const [wide, tall] = this.#size;
    if (!this.#widget || !wide || !tall) return;
    const ratio = isPrint ? Math.max(devicePixelRatio, PRINT_PX_RATIO) : devicePixelRatio;
    this.#engine((widget) => widget.resize(wide, tall, ratio));
    this.#cover();
    this.#frames.now(); // a canvas is blank after a change of size: the picture comes with the same frame
  }

  /** Tells what of the map is covered, to the engine (which keeps clear of it) and to the style sheet. */
  #cover() {
    const { box, standing } = this.#parts;
    const panel = this.#panel.covers;
    box.style.setProperty('--covered-right', `${panel.right}px`);
    box.style.setProperty('--covered-bottom', `${panel.bottom}px`);
    const { insets, parts } = this.#theme.isPrint ? UNCOVERED : covered(box, standing, panel);
    this.#engine((widget) => widget.setObstacles(parts));
    this.#tell('setInsets', insets.top, insets.right, insets.bottom, insets.left);
    this.#frames.ask();
  }

  /** After a trap the engine's half of this map cannot be trusted: it is dropped, and made anew with the next document. */
  #brokeDown(cause) {
    this.#run += 1;
    this.#letGo();
    this.#close();
    this.#say([{ source: 'engine', message: `could not be drawn: ${cause?.message ?? cause}`, problems: [] }]);
  }

  #letGo() {
    this.#frames.stop();
    const widget = this.#widget;
    this.#widget = undefined;
    this.#shown = undefined;
    try {
      widget?.free();
    } catch {} // it was in the middle of something when it broke down
  }

  // ---- selection ---------------------------------------------------------------------------------

  #find(target) {
    const named = typeof target === 'string' ? KINDS.map((kind) => ({ kind, id: target })) : [target];
    return named.find(({ kind, id }) => this.#engine((widget) => widget.panel(kind, id)));
  }

  #choose(found, takeFocus) {
    if (!found) return false;
    this.#apply(this.#engine((widget) => widget.select(found.kind, found.id)), takeFocus);
    this.#selectionIs(found, takeFocus);
    return true;
  }

  #selectionIs(selected, takeFocus) {
    if (!selected) return this.#close();
    const { kind, id } = selected;
    const data = this.#engine((widget) => widget.panel(kind, id));
    if (!data) return this.#close();
    const isNew = this.#selected?.kind !== kind || this.#selected?.id !== id;
    this.#selected = { kind, id };
    if (isNew || !this.#panel.isOpen) {
      this.#panel.open(data, { takeFocus });
      this.#parts.box.classList.add('panel-open');
      this.#disclosures.close();
      this.#cover();
    }
    if (isNew) this.#fire('khorgos-select', this.#selected);
  }

  #dismiss() {
    this.#tell('clearSelection');
    this.#close();
  }

  #close() {
    this.#panel.close(this.#parts.canvas);
    this.#parts.box.classList.remove('panel-open');
    if (!this.#selected) return;
    this.#selected = null;
    this.#cover();
    this.#fire('khorgos-select', null);
  }

  /** The keyboard's way to what is on the map: the cross stands in the middle of what no panel covers. */
  #openAtCross() {
    const { clientWidth, clientHeight } = this.#parts.box;
    const { right, bottom } = this.#panel.covers;
    const at = this.pick((clientWidth - right) / 2, (clientHeight - bottom) / 2);
    if (at) this.#choose(at, true);
  }

  #pressedOn(event) {
    if (event.composedPath().includes(this)) return;
    this.#disclosures.close();
    if (this.#panel.isOpen) this.#dismiss();
  }

  #escape(event) {
    const ours = event.composedPath().includes(this) || document.activeElement === document.body;
    if (event.key !== 'Escape' || event.defaultPrevented || !ours) return;
    if (!this.#disclosures.close() && this.#panel.isOpen) this.#dismiss();
  }

  // ---- what the page and the reader hear ---------------------------------------------------------

  #say(faults) {
    const mapStays = Boolean(this.#shown);
    this.#problems.show(faults, { mapStays, hasPoster: this.#parts.poster.assignedElements().length > 0 });
    for (const fault of faults) this.#fire('khorgos-error', fault);
    this.#ready.reject(Object.assign(new Error(faults.map(({ source, message }) => `${source} ${message}`).join('; ')), { faults }));
  }

  #fire(type, detail = null) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

function refused(source, url, problems) {
  const list = problems.map(({ path, expected, found }) => `${path}: expected ${expected}, found ${found}`).join('; ');
  return { source, url, message: `was refused: ${list}`, problems };
}

if (!customElements.get('khorgos-map')) customElements.define('khorgos-map', KhorgosMap);
