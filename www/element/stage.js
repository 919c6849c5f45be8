import { covered, UNCOVERED } from './covered.js';
import { Flights, wantsStill } from './flights.js';
import { Frames } from './frames.js';
import { zoomOf } from './point.js';
import { Raster } from './raster.js';
import { SLICE_MS, forASlice } from './slices.js';

const PRINT_PX_RATIO = 300 / 96; // 300 dots an inch

/** The map on the screen: its size, what covers it, and when it is drawn. */
export class Stage {
  frames = new Frames(() => this.#map.engine.attempt(() => this.#draw()));
  flights = new Flights((ms) => this.#advance(ms));
  /** The pictures on their way to the canvas; there once it has a size. */
  raster;
  /** Whether the view has moved since the last frame. */
  viewMoved = false;
  /** Of the map on the screen, CSS px: [wide, tall]. */
  size = [0, 0];
  #isSecond = false; // whether the picture is painted again, for what stands around it
  #map;

  constructor(map) {
    this.#map = map;
  }

  /** Resolves when no flight is under way and no frame is due. */
  idle() {
    return this.flights.landed().then(() => this.frames.idle());
  }

  /** The reader may not want motion any more, or not see the page, where no frames come: then what is under way is at its end. */
  hurry() {
    if (!wantsStill()) return;
    this.flights.arrive();
    this.frames.flush();
  }

  stop() {
    this.flights.stop();
    this.frames.stop();
    this.raster?.drop();
  }

  resize() {
    const { box, canvas } = this.#map.parts;
    const { clientWidth, clientHeight } = box;
    const { isPrint } = this.#map.dress.theme;
    if (!this.size[0] && clientWidth) this.#map.nearness.ask(); // it was not shown
    if (!isPrint || !this.size[0]) this.size = [clientWidth, clientHeight]; // paper shows what the screen shows
    const [wide, tall] = this.size;
    if (!this.#map.engine.widget || !wide || !tall) return;
    const screenRatio = devicePixelRatio * zoomOf(box);
    const ratio = isPrint ? Math.max(screenRatio, PRINT_PX_RATIO) : screenRatio;
    this.raster ??= new Raster(canvas, () => this.frames.ask());
    this.raster.hold(this.#isWanted);
    this.raster.resize(wide, tall, ratio);
    this.#map.engine.get('resize', wide, tall, this.raster.marginPx);
    this.cover();
    if (this.#isAwaited) this.frames.now(); // a canvas is blank after a change of size: the picture comes with the same frame
  }

  /**
   * The reader has come nearer, or gone. A map that is far lets its pictures go, which are most of its memory, and nothing else; it
   * is drawn anew before it comes into sight.
   */
  nearer() {
    this.#map.motion.refresh();
    if (!this.raster || this.raster.isHeld === this.#isWanted) return;
    this.raster.hold(this.#isWanted);
    if (this.#map.nearness.isInSight) this.frames.now();
    else if (this.raster.isHeld) this.frames.ask();
  }

  /** Whether somebody waits for the picture; else it is made bit by bit. */
  get #isAwaited() {
    const { nearness, dress } = this.#map;
    return nearness.isInSight || dress.theme.isPrint;
  }

  get #isWanted() {
    const { nearness, dress } = this.#map;
    return nearness.isNear || dress.theme.isPrint;
  }

  /** Tells what of the map is covered, to the engine (which keeps clear of it) and to the style sheet. */
  cover() {
    const { parts, choice, telling, dress, engine } = this.#map;
    const { box, standing } = parts;
    const [sheet, texts] = [choice.panel.covers, telling.scrolled.covers];
    const panel = { end: Math.max(sheet.end, texts.end), bottom: Math.max(sheet.bottom, texts.bottom) };
    box.style.setProperty('--covered-end', `${panel.end}px`);
    box.style.setProperty('--covered-bottom', `${panel.bottom}px`);
    box.style.setProperty('--title-height', `${standing.header.offsetHeight}px`);
    box.style.setProperty('--story-height', `${standing.story.offsetHeight}px`);
    const { insets, parts: obstacles } = dress.theme.isPrint ? UNCOVERED : covered(box, standing, panel);
    engine.get('setObstacles', obstacles);
    engine.tell('setInsets', insets.top, insets.right, insets.bottom, insets.left);
    this.frames.ask();
  }

  #advance(ms) {
    const effects = this.#map.engine.get('advance', ms);
    this.#map.engine.apply(effects);
    this.frames.flush();
    return Boolean(effects?.flying);
  }

  /** A frame: while the view moves the last picture moved, and when it rests, or that is used up, a new one. */
  #draw() {
    const { controls, cursor, engine, surround, motion } = this.#map;
    const { viewMoved } = this;
    this.viewMoved = false;
    if (!this.raster) return; // there is no box to draw in yet
    const { isHeld } = this.raster;
    const isAwaited = this.#isAwaited;
    const isStale = engine.get('isStale');
    const isShown = !isStale && this.#show();
    if (isShown === 'sharp' && !viewMoved && !this.raster.isPainting) return; // but for what the pointer is at nothing has changed
    if (viewMoved && (isShown || !isHeld)) {
      surround.gauge.show(engine.get('gauge'));
      this.frames.ask();
    } else if (!this.#paint({ isStale, whole: !isShown && isAwaited, atOnce: isAwaited && !this.raster.isSlow })) {
      this.frames.ask();
    }
    motion.refresh();
    controls.refresh();
    cursor.place();
    if (viewMoved) this.#map.fire('khorgos-viewchange');
  }

  /**
   * Composes and paints the present view, or goes on with it; nobody waits for one that is out of sight. Says whether it is on the
   * canvas, or composed where there is none.
   */
  #paint({ isStale, whole, atOnce }) {
    const { dress, engine, surround } = this.#map;
    const { isHeld } = this.raster;
    if (whole || isStale || !this.raster.isPainting) {
      const began = performance.now();
      // The last picture stays until all is there for the next one.
      if ((this.raster.isShowing || !whole) && forASlice(() => engine.get('prepare'))) return false;
      const view = engine.get('compose');
      if (!view) return true; // there is nothing to show
      if (isHeld) this.raster.begin(view, whole || atOnce);
      if (!whole && performance.now() - began > SLICE_MS) return false;
    }
    if (isHeld && !this.raster.paint(engine)) return !engine.widget;
    // Texts keep clear of what stands around the map: once, as that depends on the picture too.
    const isFurnished = surround.furnish() && !this.#isSecond;
    this.#isSecond = false;
    if (isFurnished) this.cover();
    if (isFurnished && engine.get('isStale')) {
      this.#isSecond = true;
      if (dress.theme.isPrint) return this.#paint({ whole: true }); // a printer does not wait for another frame
      this.#show();
      return false;
    }
    return !isHeld || this.#show() === 'sharp';
  }

  /** Shows the last picture, and on it what the pointer is at. */
  #show() {
    const { engine, parts, dress } = this.#map;
    const how = this.raster.show(engine);
    if (how === 'sharp' && !dress.theme.isPrint) engine.get('paintLit', parts.canvas.getContext('2d'), this.raster.ratio);
    return how;
  }
}
