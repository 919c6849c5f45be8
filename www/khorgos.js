// <khorgos-map>: the DOM around the map. Everything that is drawn, measured or decided about the map happens in the engine.
import css from './khorgos.css';
import { aboutCard, creditLine } from './element/attribution.js';
import { watchBox } from './element/box.js';
import { controls } from './element/controls.js';
import { covered, UNCOVERED } from './element/covered.js';
import { Disclosures } from './element/disclosure.js';
import { startEngine } from './element/engine.js';
import { Flights, wantsStill } from './element/flights.js';
import { Frames } from './element/frames.js';
import { Gauge } from './element/gauge.js';
import { listenToPointers } from './element/gestures.js';
import { Input } from './element/input.js';
import { listenToKeys, ZOOM_STEP } from './element/keys.js';
import { Language } from './element/language.js';
import { layerSwitches } from './element/layers.js';
import { legendGroups } from './element/legend.js';
import { Lenses } from './element/lenses.js';
import { SHIPPED } from './element/loading.js';
import { Panel } from './element/panel.js';
import { Problems } from './element/problems.js';
import { Promised } from './element/promised.js';
import { scaffold } from './element/scaffold.js';
import { ScrollStory } from './element/scroll-story.js';
import { Story } from './element/story.js';
import { systemColors, Theme } from './element/theme.js';
import { Tooltip } from './element/tooltip.js';
import { directionOf, mark, Words } from './element/words.js';

const PRINT_PX_RATIO = 300 / 96; // 300 dots an inch
const KINDS = ['country', 'place', 'flow', 'line', 'area', 'disputed'];
/** Attributes with a property of the same name. */
const REFLECTED = ['graticule', 'lens', 'projection', 'worldview'];
/** The engine's methods for those that change the map itself. */
const SETTERS = { graticule: 'setGraticule', projection: 'setProjection', worldview: 'setWorldview' };
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** A citable flow map. See khorgos.d.ts for what a page can do with it. */
export class KhorgosMap extends HTMLElement {
  static observedAttributes = ['brief', 'map', 'lang', 'story', 'theme', ...REFLECTED];

  #inputs = { brief: new Input(SHIPPED.brief), map: new Input(SHIPPED.map) };
  #language = new Language();
  #spoken; // the language that the engine has been given
  #widget; // the engine's half of this map, while there is one
  #shown; // what is drawn: { map, brief }
  #selected = null;
  #shows; // what the panel is about: 'selection', 'lens' or 'step'
  #reflecting = false; // the lens attribute is being set to what the map has already
  #lensBefore; // the lens that the story came upon
  #size; // of the map on the screen, CSS px: [wide, tall]
  #viewMoved = false;
  #steps = []; // the story's
  #step = null; // the one that is told
  #run = 0; // counts loads, so that an overtaken one knows it
  #due = false;
  #ready = new Promised();
  #leaving; // aborts every listener when the element is let go
  #stopBox;

  #words = new Words();
  #theme = new Theme(() => this.#dress());
  #frames = new Frames(() => this.#draw());
  #flights = new Flights((ms) => this.#advance(ms));
  #tooltip = new Tooltip();
  #gauge = new Gauge();
  #problems = new Problems(this.#words);
  #disclosures = new Disclosures(this.#words);
  #lenses = new Lenses(this.#words, (id) => this.#chooseLens(id));
  #story = new Story(this.#words, { open: () => this.#openStory(), go: (index) => this.#tellStep(index), facts: (index) => this.#openFacts(index), end: () => this.#endStory() });
  #scrollStory = new ScrollStory(this.#words, { go: (index) => this.#tellStep(index), facts: (index) => this.#openFacts(index) });
  #panel = new Panel(this.#words, { dismiss: () => this.#dismiss(), moved: () => this.#cover() });
  #parts;

  constructor() {
    super();
    this.#parts = scaffold(this.#words, {
      controls: controls(this.#words, { zoomIn: () => this.zoomBy(ZOOM_STEP), zoomOut: () => this.zoomBy(1 / ZOOM_STEP), home: () => this.#tell('home') }),
      disclosures: this.#disclosures,
      gauge: this.#gauge.element,
      lenses: this.#lenses.element,
      panel: this.#panel.element,
      problems: this.#problems.element,
      story: this.#story,
      tooltip: this.#tooltip.element,
    });
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet, this.#theme.sheet];
    root.append(this.#parts.poster, this.#parts.box, this.#scrollStory.element);
  }

  connectedCallback() {
    // A page may have set properties before this class was there to hear of it.
    for (const name of ['brief', 'map', 'theme', ...REFLECTED]) {
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
    listenToPointers(canvas, send, (x, y, touch) => this.#tooltip.pointerAt(x, y, touch), () => this.#scrollStory.isOn, signal);
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
    const take = {
      graticule: () => this.#hand(this.#widget, name),
      lang: () => this.#leaving && this.#schedule(),
      lens: () => this.#lensAttribute(after),
      projection: () => this.#hand(this.#widget, name),
      story: () => this.#tellHow(),
      theme: () => this.#theme.ask(after),
      worldview: () => this.#hand(this.#widget, name),
    }[name];
    if (take) before !== after && take();
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

  get step() {
    return this.#step;
  }
  set step(value) {
    if (value === null || value === undefined) this.#endStory();
    else if (Number.isInteger(value) && value >= 0 && value < this.#steps.length) this.#tellStep(value);
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
    const idle = () => this.#flights.landed().then(() => this.#frames.idle());
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

  flyTo({ center, zoom, fit, animate = true } = {}) {
    const [longitude, latitude] = center ?? [];
    const ids = typeof fit === 'string' ? [fit] : [...(fit ?? [])];
    this.#tell('flyTo', longitude, latitude, zoom, ids, animate && !wantsStill());
  }

  destroy() {
    if (!this.#leaving) return;
    this.#leaving.abort();
    this.#leaving = undefined;
    this.#stopBox();
    this.#run += 1;
    this.#inputs.brief.drop();
    this.#inputs.map.drop();
    this.#language.drop();
    this.#letGo();
    this.#panel.close(this.#parts.canvas);
    this.#selected = null;
    this.#steps = [];
    this.#tellHow();
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
    const lang = this.closest('[lang]')?.lang || document.documentElement.lang || 'en';
    const [engine, map, brief, language] = await Promise.allSettled([
      startEngine(),
      this.#inputs.map.load(),
      this.#inputs.brief.load(),
      this.#language.load(lang, this.#inputs.brief.load(), !this.#inputs.map.given),
    ]);
    if (run !== this.#run) return;

    const faults = [];
    if (engine.reason) faults.push({ source: 'engine', message: `could not be started: ${engine.reason.message ?? engine.reason}`, problems: [] });
    if (map.reason) faults.push({ source: 'map', message: map.reason.message, problems: [] });
    if (brief.reason) faults.push({ source: 'brief', message: brief.reason.message, problems: [] });
    if (language.reason) faults.push({ source: 'language', message: language.reason.message, problems: [] });
    else this.#speak(language.value);
    if (engine.value) this.#attempt(() => this.#take(engine.value, map.value, brief.value, language.value, faults));
    if (run !== this.#run) return; // it broke down on the way and has said so
    if (faults.length) this.#say(faults);
    else this.#welcome();
  }

  /**
   * Hands new documents to the engine; what it refuses goes into `faults`, and the last good map stays.
   * A base map is joined to a brief once: a new one gets a widget of its own, which takes over when it is good with its brief.
   */
  #take(Widget, map, brief, language, faults) {
    const refuses = (problems, source, { url }) => problems.length && faults.push(refused(source, url, problems));
    const fresh = map && map !== this.#shown?.map ? new Widget(this.#parts.canvas) : undefined;
    this.#hand(fresh, 'graticule', 'projection', 'worldview');
    if (fresh) this.#wear(fresh);
    const isGoodMap = fresh && !refuses(fresh.setMaps(map.parts), 'map', map);
    if (isGoodMap) this.#teach(fresh, language, refuses);
    else if (this.#widget && language !== this.#spoken) this.#teach(this.#widget, language, refuses);
    // Without a map the brief is still read, so that all that is wrong is told.
    const widget = isGoodMap || !this.#widget ? fresh : this.#widget;
    const isNew = widget === fresh || brief !== this.#shown.brief;
    const isGoodBrief = widget && brief && isNew && !refuses(widget.setBrief(brief.parts[0]), 'brief', brief);
    if (isGoodBrief || (widget === this.#widget && language !== this.#spoken)) this.#translate(widget, language, refuses);
    if (fresh && isGoodMap && isGoodBrief) {
      this.#letGo();
      this.#widget = fresh;
      this.#shown = { map, brief };
      this.#spoken = language;
    } else {
      fresh?.free();
      if (this.#widget) this.#spoken = language;
      if (isGoodBrief && this.#widget) this.#shown = { ...this.#shown, brief };
    }
  }

  /** Gives the engine the language's words and names. */
  #teach(widget, language, refuses) {
    if (!language) return;
    if (language.names) refuses(widget.addNames(language.lang, language.names), 'language', {});
    refuses(widget.setLanguage(language.lang, language.words), 'language', {});
  }

  #translate(widget, language, refuses) {
    if (language?.texts && widget) refuses(widget.addTranslation(language.lang, language.texts), 'language', {});
  }

  /** The interface's own language. */
  #speak({ lang, page }) {
    this.#words.take(lang, page);
    this.#parts.box.lang = lang;
    this.#parts.box.dir = directionOf(lang);
  }

  #welcome() {
    this.#problems.clear();
    this.#refresh();
    this.#describe();
    if (this.lens !== null) this.#lensAttribute(this.lens);
    this.#parts.poster.hidden = true;
    this.#parts.box.classList.add('drawn');
    this.#resize();
    if (!this.#shown) return; // drawing broke down
    this.#ready.resolve(this);
    this.#fire('khorgos-ready');
  }

  #describe() {
    const { title, summary, box, canvas, creditLine: line, about } = this.#parts;
    const meta = this.#engine((widget) => widget.meta());
    if (!meta) return;
    for (const [node, { text, lang }] of [[title, meta.title], [summary, meta.summary]]) {
      node.textContent = text;
      mark(node, lang);
    }
    canvas.setAttribute('aria-label', this.#words.say('map_of', meta.title.text));
    line.replaceChildren(...creditLine(meta));
    about.replaceChildren(...aboutCard(meta, this.#words));
    this.#lenses.show(this.#engine((widget) => widget.lenses()) ?? []);
    box.classList.toggle('has-lenses', !this.#lenses.element.hidden);
    this.#steps = this.#engine((widget) => widget.story()) ?? [];
    this.#tellHow();
    this.#drawLayers();
  }

  #drawLayers() {
    const layers = this.#engine((widget) => widget.layers()) ?? [];
    this.#parts.layers.replaceChildren(layerSwitches(layers, this.#words, (id, visible) => this.#switchLayer(id, visible)));
  }

  #switchLayer(id, visible) {
    this.#tell('setLayer', id, visible);
  }

  /** Hands the attributes that change the map itself to a widget. A word that is none of theirs is told to the page. */
  #hand(widget, ...names) {
    for (const name of names) {
      const setting = widget && this.#attempt(() => widget[SETTERS[name]](this[name] ?? undefined));
      if (setting?.problems.length) this.#fire('khorgos-error', refused(name, undefined, setting.problems));
      if (!setting?.effects.draw) continue;
      this.#apply(setting.effects);
      const data = this.#shows === 'selection' && this.#selected && this.#engine((widget) => widget.panel(this.#selected.kind, this.#selected.id));
      if (data) this.#panel.open(data, { takeFocus: false });
    }
  }

  // ---- the theme ---------------------------------------------------------------------------------

  /** Another theme is on: the interface, the map and the legend's swatches follow in this very task, as a printer does not wait. */
  #dress() {
    this.#attempt(() => this.#wear());
    if (!this.#widget) return;
    if (this.#shows === 'lens' && this.#panel.isOpen) this.#openBalance(); // its bars have the map's colours
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

  #apply(effects, { takeFocus = false, isTold = false } = {}) {
    if (!effects) return;
    if (effects.cursor) this.#parts.canvas.dataset.cursor = effects.cursor;
    if (effects.hover !== undefined) this.#tooltip.show(effects.hover?.title.text);
    if (effects.view) this.#viewMoved = true;
    if (effects.draw) this.#frames.ask();
    if (effects.flying) this.#flights.start();
    if (effects.lens !== undefined) this.#lensIs(effects.lens);
    if (effects.select !== undefined) isTold ? this.#toldSelection(effects.select) : this.#selectionIs(effects.select, takeFocus);
  }

  #advance(ms) {
    const effects = this.#engine((widget) => widget.advance(ms));
    this.#apply(effects);
    this.#frames.flush();
    return Boolean(effects?.flying);
  }

  #draw() {
    this.#engine((widget) => widget.draw());
    if (this.#furnish()) {
      this.#cover(); // texts keep clear of both
      this.#engine((widget) => widget.draw());
      this.#furnish();
    }
    if (!this.#viewMoved) return;
    this.#viewMoved = false;
    this.#fire('khorgos-viewchange');
  }

  /** Brings legend, scale bar and north to what the last picture shows. Says whether they cover another part of the map. */
  #furnish() {
    const news = this.#engine((widget) => widget.furniture());
    if (!news) return false;
    const isOtherGauge = this.#gauge.show(news);
    if (news.legend) this.#parts.legend.replaceChildren(...legendGroups(news.legend));
    return Boolean(news.legend) || isOtherGauge;
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
    const [sheet, texts] = [this.#panel.covers, this.#scrollStory.covers];
    const panel = { right: Math.max(sheet.right, texts.right), bottom: Math.max(sheet.bottom, texts.bottom) };
    box.style.setProperty('--covered-right', `${panel.right}px`);
    box.style.setProperty('--covered-bottom', `${panel.bottom}px`);
    box.style.setProperty('--story-height', `${standing.story.offsetHeight}px`);
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
    this.#flights.stop();
    this.#frames.stop();
    const widget = this.#widget;
    this.#widget = undefined;
    this.#shown = undefined;
    this.#spoken = undefined;
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
    this.#apply(this.#engine((widget) => widget.select(found.kind, found.id)), { takeFocus });
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
    if (isNew || !this.#panel.isOpen || this.#shows !== 'selection') this.#openPanel('selection', data, takeFocus);
    if (isNew) this.#fire('khorgos-select', this.#selected);
  }

  /** After new documents: what was chosen is shown anew if it is still there. */
  #refresh() {
    const data = this.#shows === 'selection' && this.#selected && this.#engine((widget) => widget.panel(this.#selected.kind, this.#selected.id));
    if (!data) return this.#close();
    this.#panel.open(data, { takeFocus: false });
    this.#apply(this.#engine((widget) => widget.select(this.#selected.kind, this.#selected.id)));
  }

  #openPanel(shows, data, takeFocus) {
    this.#shows = shows;
    this.#panel.open(data, { takeFocus });
    this.#parts.box.classList.add('panel-open');
    this.#disclosures.close();
    this.#cover();
  }

  #shutPanel() {
    if (!this.#panel.isOpen) return;
    this.#panel.close(this.#parts.canvas);
    this.#parts.box.classList.remove('panel-open');
    this.#cover();
  }

  /** What a step of the story is about stays chosen when its facts are put away. */
  #dismiss() {
    if (this.#panel.isOpen && this.#shows === 'step') return this.#shutPanel();
    this.#tell('clearSelection');
    this.#close();
  }

  #close() {
    this.#shutPanel();
    if (!this.#selected) return;
    this.#selected = null;
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
    if (this.#disclosures.close()) return;
    if (this.#panel.isOpen) this.#dismiss();
    else if (this.#story.at >= 0) this.#endStory();
  }

  // ---- lenses ------------------------------------------------------------------------------------

  /** The reader chose a lens: its panel opens, also if it was chosen before. */
  #chooseLens(id) {
    this.#tell('setLens', id);
    this.#openBalance();
  }

  #openBalance() {
    const data = this.#engine((widget) => widget.lensPanel());
    if (!data) return;
    if (this.#selected) this.#dismiss();
    this.#openPanel('lens', data, false);
  }

  #lensAttribute(id) {
    if (this.#reflecting || !this.#shown) return;
    this.#tell('setLens', id ?? undefined);
    if (id !== null) this.#openBalance();
    else if (this.#shows === 'lens') this.#shutPanel();
  }

  #lensIs(id) {
    this.#reflecting = true;
    this.lens = id;
    this.#reflecting = false;
    this.#lenses.set(id);
    this.#drawLayers();
    this.#fire('khorgos-lens', id);
  }

  // ---- the story ---------------------------------------------------------------------------------

  /** Lays the story out anew: as a card behind a button, or as texts that scroll past. */
  #tellHow() {
    const scrolls = this.getAttribute('story') === 'scroll';
    this.#step = null;
    this.#parts.box.classList.remove('story-open');
    this.#story.show(this.#steps, { opener: !scrolls });
    if (scrolls && this.#steps.length) this.#scrollStory.start(this.#steps);
    else this.#scrollStory.stop();
  }

  #openStory() {
    if (this.#story.at >= 0) this.#endStory();
    else this.#tellStep(0);
  }

  #tellStep(index) {
    const isFirst = this.#step === null;
    if (isFirst) this.#lensBefore = this.lens;
    this.#step = index;
    this.#disclosures.close();
    this.#shutPanel();
    if (!this.#scrollStory.isOn) {
      this.#parts.box.classList.add('story-open');
      if (this.#story.set(index)) this.#cover();
    }
    this.#apply(this.#engine((widget) => widget.showStep(index, !wantsStill())), { isTold: true });
    this.#fire('khorgos-step', { step: index, of: this.#steps.length });
  }

  /** What a step chooses is lit on the map; its panel would hide the story. */
  #toldSelection(selected) {
    const told = selected && { kind: selected.kind, id: selected.id };
    if (told?.kind === this.#selected?.kind && told?.id === this.#selected?.id) return;
    this.#selected = told;
    this.#fire('khorgos-select', told);
  }

  #openFacts(index) {
    const data = this.#engine((widget) => widget.stepPanel(index));
    if (data) this.#openPanel('step', data, true);
  }

  #endStory() {
    if (this.#step === null) return;
    this.#step = null;
    this.#shutPanel();
    this.#parts.box.classList.remove('story-open'); // first: the focus goes to a button that may have been hidden
    this.#story.close();
    this.#cover();
    this.#dismiss();
    this.#tell('setLens', this.#lensBefore ?? undefined);
    this.#fire('khorgos-step', null);
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

for (const name of REFLECTED) {
  Object.defineProperty(KhorgosMap.prototype, name, {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}

if (!customElements.get('khorgos-map')) customElements.define('khorgos-map', KhorgosMap);
