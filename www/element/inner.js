import { watchBox } from './box.js';
import { Choice } from './choice.js';
import { controls } from './controls.js';
import { Core } from './core.js';
import { Cursor } from './cursor.js';
import { Documents } from './documents.js';
import { Dress } from './dress.js';
import { listenToPointers } from './gestures.js';
import { listenToKeys, ZOOM_STEP } from './keys.js';
import { LensChoice } from './lens-choice.js';
import { Live } from './live.js';
import { Motion } from './motion.js';
import { scaffold } from './scaffold.js';
import { Stage } from './stage.js';
import { Surround } from './surround.js';
import { Takeaway } from './takeaway.js';
import { Telling } from './telling.js';
import { Words } from './words.js';

/** The inside of one map: a controller for each idea, which find one another here, and the nodes that they work on. */
export class Inner {
  words = new Words();
  live = new Live();
  engine = new Core(this);
  documents = new Documents(this);
  stage = new Stage(this);
  motion = new Motion(this);
  dress = new Dress(this);
  takeaway = new Takeaway(this);
  choice = new Choice(this);
  cursor = new Cursor(this);
  lens = new LensChoice(this);
  telling = new Telling(this);
  surround = new Surround(this);
  parts;
  #leaving; // aborts every listener when the element is let go
  #stopBox;

  constructor(element) {
    this.element = element;
    this.parts = scaffold(this.words, {
      controls: controls(this.words, { zoomIn: () => element.zoomBy(ZOOM_STEP), zoomOut: () => element.zoomBy(1 / ZOOM_STEP), home: () => this.engine.tell('home') }),
      cursor: this.cursor.element,
      disclosures: this.surround.disclosures,
      gauge: this.surround.gauge.element,
      lenses: this.lens.tabs.element,
      live: this.live.element,
      panel: this.choice.panel.element,
      problems: this.documents.problems.element,
      progress: this.documents.progress.element,
      story: this.telling.card,
      tooltip: this.choice.tooltip.element,
    });
    element.attachShadow({ mode: 'open' }).append(this.parts.poster, this.parts.box, this.telling.scrolled.element);
    this.dress.wear();
  }

  get isConnected() {
    return Boolean(this.#leaving);
  }

  connect() {
    if (this.#leaving) return; // moved, not new
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const { element, engine, choice, cursor, surround } = this;
    const { canvas, box } = this.parts;
    const send = (method, ...values) => engine.tell(method, ...values);
    listenToPointers(canvas, send, (x, y, touch) => choice.tooltip.pointerAt(x, y, touch), () => this.telling.scrolled.isOn, signal);
    const act = {
      pan: (dx, dy) => element.panBy(dx, dy),
      zoom: (factor) => {
        this.live.isDue = true;
        element.zoomBy(factor);
      },
      home: () => {
        this.live.isDue = true;
        send('home');
      },
      walk: (...way) => cursor.walk(...way),
      open: () => choice.choose(cursor.at, true) || choice.openAtCross(),
      help: () => surround.help(),
    };
    listenToKeys(box, canvas, act, () => element.keys === 'off', signal);
    canvas.addEventListener(
      'pointerdown',
      () => {
        cursor.leave();
        surround.disclosures.close();
      },
      { signal },
    );
    document.addEventListener('pointerdown', (event) => this.#pressedOn(event), { signal });
    document.addEventListener('keydown', (event) => this.#escape(event), { signal });
    this.dress.theme.watch(signal);
    this.motion.watch(signal);
    this.#stopBox = watchBox(box, this.parts.standing.header, () => this.stage.resize());
    this.documents.schedule();
  }

  destroy() {
    if (!this.#leaving) return;
    this.#leaving.abort();
    this.#leaving = undefined;
    this.#stopBox();
    this.documents.drop();
    this.choice.panel.close(this.parts.canvas);
    this.choice.selected = null;
    this.telling.take([]);
    this.parts.box.classList.remove('drawn');
    this.parts.poster.hidden = false;
  }

  fire(type, detail = null) {
    this.element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  #pressedOn(event) {
    if (event.composedPath().includes(this.element)) return;
    this.surround.disclosures.close();
    if (this.choice.panel.isOpen) this.choice.dismiss();
  }

  #escape(event) {
    const ours = event.composedPath().includes(this.element) || document.activeElement === document.body;
    if (event.key !== 'Escape' || event.defaultPrevented || !ours) return;
    if (this.surround.disclosures.close()) return;
    if (this.choice.panel.isOpen) this.choice.dismiss();
    else if (this.cursor.leave()) return;
    else if (this.telling.card.at >= 0) this.telling.end();
  }
}
