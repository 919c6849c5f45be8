import { watchBox } from './box.js';
import { Choice } from './choice.js';
import { Controls, tools } from './controls.js';
import { Core } from './core.js';
import { Cursor } from './cursor.js';
import { Documents } from './documents.js';
import { Dress } from './dress.js';
import { whenStillChanges } from './flights.js';
import { listenToPointers } from './gestures.js';
import { icon } from './icons.js';
import { listenToKeys } from './keys.js';
import { LensChoice } from './lens-choice.js';
import { Live } from './live.js';
import { fetchAll } from './loading.js';
import { Motion } from './motion.js';
import { Nearness } from './nearness.js';
import { patiently } from './patience.js';
import { scaffold } from './scaffold.js';
import { Stage } from './stage.js';
import { Surround } from './surround.js';
import { Takeaway } from './takeaway.js';
import { Telling } from './telling.js';
import { Words } from './words.js';

/** The maps that are on the page, the one that was used last at the end. */
const onPage = new Set();

/** Whether an event is on no map of the page. */
const isBeside = (event, { localName }) => !event.composedPath().some((node) => node.localName === localName);

/** The inside of one map: a controller for each idea, which find one another here, and the nodes that they work on. */
export class Inner {
  /** For what is loaded later, too, which need not bring the same once more. */
  fetchAll = fetchAll;
  icon = icon;
  words = new Words();
  live = new Live();
  engine = new Core(this);
  documents = new Documents(this);
  nearness = new Nearness();
  stage = new Stage(this);
  motion = new Motion(this);
  dress = new Dress(this);
  takeaway = new Takeaway(this);
  choice = new Choice(this);
  cursor = new Cursor(this);
  lens = new LensChoice(this);
  telling = new Telling(this);
  surround = new Surround(this);
  controls;
  parts;
  #leaving; // aborts when the element is let go
  #listening; // aborts every listener then, or when it goes to another document

  constructor(element) {
    this.element = element;
    this.controls = new Controls(this);
    this.parts = scaffold(this.words, {
      controls: this.controls.element,
      cursor: this.cursor.element,
      disclosures: this.surround.disclosures,
      gauge: this.surround.gauge.element,
      lenses: this.lens.tabs.element,
      live: this.live.element,
      panel: this.choice.panel.element,
      problems: this.documents.problems.element,
      progress: this.documents.progress.element,
      story: this.telling.card,
      tools: tools(this.words, (name) => this.open(name)),
      tooltip: this.choice.tooltip.element,
    });
    element.attachShadow({ mode: 'open' }).append(this.parts.poster, this.parts.box, this.telling.scrolled.element);
    this.dress.wear();
  }

  get isConnected() {
    return Boolean(this.#leaving);
  }

  /** Whether keys that write a character do nothing. */
  get areKeysOff() {
    return this.element.keys === 'off';
  }

  /** Aborts when the element is let go. */
  get signal() {
    return this.#leaving?.signal;
  }

  connect() {
    if (this.#leaving) return; // moved, not new
    this.#leaving = new AbortController();
    onPage.add(this);
    this.#listen();
    this.remember();
    this.documents.schedule();
    if (this.element.loading === 'eager') this.documents.wake();
  }

  /** It is in another document, with style sheets, listeners and wishes of its own; the map stays. */
  adopt() {
    if (this.#leaving) {
      this.#listening.abort();
      if (this.element.ownerDocument.defaultView) this.#listen();
    }
    this.dress.changed();
  }

  #listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { element, engine, choice, cursor, surround } = this;
    const { canvas, box } = this.parts;
    const { ownerDocument } = element;
    const send = (method, ...values) => engine.tell(method, ...values);
    listenToPointers(this, signal);
    const act = {
      pan: (dx, dy) => element.panBy(dx, dy), // untold: it would cut short what the ring told
      zoom: (factor) => this.move('zoomBy', factor),
      home: () => this.move('home'),
      walk: (...way) => cursor.walk(...way),
      open: () => choice.choose(cursor.at, true) || choice.openAtCross(),
      help: () => this.open('keyboard'),
      search: () => this.open('search'),
    };
    listenToKeys(box, canvas, act, () => this.areKeysOff, signal);
    canvas.addEventListener(
      'pointerup',
      () => {
        cursor.leave();
        surround.disclosures.close();
      },
      { signal },
    );
    let beside = false;
    ownerDocument.addEventListener('pointerdown', (event) => (beside = this.#pressedOn(event)), { signal });
    ownerDocument.addEventListener('pointerup', (event) => beside && isBeside(event, element) && this.#putAway(), { signal });
    ownerDocument.addEventListener('keydown', (event) => this.#escape(event), { signal });
    const { defaultView } = ownerDocument;
    // A frame that is taken away takes out nothing that is in it.
    if (defaultView !== window) defaultView.addEventListener('pagehide', () => this.destroy(), { signal });
    this.dress.watch(signal);
    this.motion.watch(signal);
    surround.watch(signal);
    watchBox(box, this.parts.standing.header, () => this.stage.resize(), signal);
    this.nearness.watch(box, signal, () => this.documents.wake(), () => this.stage.nearer());
    whenStillChanges(() => this.stage.hurry(), signal);
  }

  destroy() {
    if (!this.#leaving) return;
    onPage.delete(this);
    this.#leaving.abort();
    this.#listening.abort();
    this.#leaving = undefined;
    this.documents.drop();
    this.stage.raster?.hold(false);
    this.choice.panel.close(this.parts.canvas);
    this.choice.selected = null;
    this.telling.take([]);
    this.documents.problems.clear();
    this.clear();
  }

  /** There is no map any more: the poster is in sight again. */
  clear() {
    const { box, canvas, poster } = this.parts;
    box.classList.remove('drawn');
    canvas.width = 0;
    poster.hidden = false;
  }

  /** Moves the map by one of the engine's methods as a reader asks for it, who is told what is in sight then. */
  move(method, ...by) {
    this.live.isDue = true;
    this.engine.tell(method, ...by);
  }

  /** Opens search, list and table, settings, the table of keys, or what can be taken along. */
  async open(name) {
    const { signal } = this;
    try {
      await patiently(async () => (await import('../desk/index.js')).open(this, name), () => !signal?.aborted);
    } catch (cause) {
      this.documents.regret('could not be opened', cause);
    }
  }

  /** Shows what the page's address says of this map, and keeps it there where the attribute asks for that. */
  async remember() {
    const { signal } = this;
    if (!signal || !(this.element.state || location.hash.includes('khorgos'))) return;
    try {
      const { keep } = await patiently(() => import('../state/index.js'), () => !signal.aborted);
      keep(this, signal);
    } catch (cause) {
      if (!signal.aborted) this.documents.regret('could not be joined to the address', cause);
    }
  }

  fire(type, detail = null) {
    if (type === 'khorgos-error') window.console.warn(`khorgos-map: ${detail.source} ${detail.message}`); // for who made the page; the build drops a bare console
    this.element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  /** A press begins; says whether that is on no map at all. */
  #pressedOn(event) {
    const path = event.composedPath();
    const { canvas } = this.parts;
    if (![canvas, this.choice.tooltip.element].some((node) => path.includes(node))) this.engine.tell('pointer', 'leave'); // what a finger was held on
    if (path.includes(this.element)) {
      onPage.delete(this);
      onPage.add(this);
    }
    return isBeside(event, this.element);
  }

  /** Shuts what lies on the map, as a press beside it asks. */
  #putAway() {
    this.surround.disclosures.close();
    if (this.choice.panel.isOpen) this.choice.dismiss();
  }

  #escape(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    this.choice.tooltip.show();
    const isInside = event.composedPath().includes(this.element);
    // With the focus nowhere the map that was used last is meant.
    const { activeElement, body } = this.element.ownerDocument;
    if (!isInside && activeElement !== body) return;
    const asked = isInside ? [this] : [...onPage].reverse();
    if (asked.some((map) => map.#shutOne())) event.preventDefault();
  }

  /** Shuts what lies uppermost; says whether anything did. */
  #shutOne() {
    const { surround, choice, cursor, telling } = this;
    if (surround.disclosures.close()) return true;
    if (choice.panel.isOpen) choice.dismiss();
    else if (cursor.leave()) return true;
    else if (telling.card.at >= 0) telling.end();
    else return false;
    return true;
  }
}
