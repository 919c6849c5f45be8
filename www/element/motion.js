import { wantsStill, whenStillChanges } from './flights.js';
import { h } from './dom.js';

// After a pause the marks go on from where they were.
const LONGEST_STEP_MS = 100;

/**
 * Marks that move along flows, on a canvas of their own above the map, which is not painted again for them. Frames are asked for
 * only while there is something to move and somebody to see it: not where no motion is wanted, off screen, in a hidden tab, on paper.
 */
export class Motion {
  #canvas; // while the page asks for motion
  /** Whether there are marks on the map, which move or have been stopped. */
  moves = false;
  isPaused = false; // by the reader
  #frame = 0;
  #last;
  #elapsedMs = 0;
  #map;

  constructor(map) {
    this.#map = map;
  }

  /** Takes the attribute's value: `gentle`, or anything else for none. */
  ask(value) {
    this.#canvas?.remove();
    this.#canvas = value === 'gentle' ? h('canvas', { class: 'marks', oncontextrestored: () => this.refresh(), 'aria-hidden': 'true', width: 0, height: 0, hidden: true }) : undefined;
    if (this.#canvas) this.#map.parts.canvas.after(this.#canvas);
    this.refresh();
  }

  watch(signal) {
    whenStillChanges(() => this.refresh(), signal);
  }

  /** The picture, its size or the reader's wishes are others: the marks follow in this very task, or go. */
  refresh() {
    const moves = Boolean(this.#mayMove && this.#paint());
    if (moves && !this.isPaused) {
      this.#frame ||= requestAnimationFrame((now) => this.#step(now));
    } else {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#last = undefined;
    }
    if (!moves && this.#canvas) Object.assign(this.#canvas, { hidden: true, width: 0, height: 0 });
    if (moves === this.moves) return;
    this.moves = moves;
    this.#map.controls.more?.showMotion();
  }

  /** The reader stops the marks where they are, or lets them go on. */
  pause(isPaused) {
    this.isPaused = isPaused;
    this.refresh();
    this.#map.controls.more.showMotion();
  }

  get #mayMove() {
    const { dress, engine, nearness } = this.#map;
    return this.#canvas && nearness.isInSight && engine.widget && !wantsStill() && !dress.theme.isPrint;
  }

  #step(now) {
    this.#frame = 0;
    this.#elapsedMs += Math.min(now - (this.#last ?? now), LONGEST_STEP_MS);
    this.#last = now;
    this.refresh();
  }

  /** Says whether anything moves. */
  #paint() {
    const { width, height } = this.#map.parts.canvas;
    const marks = this.#canvas;
    if (marks.width !== width) marks.width = width;
    if (marks.height !== height) marks.height = height;
    const count = this.#map.engine.get('paintMarks', marks.getContext('2d'), this.#map.stage.raster?.ratio ?? 1, this.#elapsedMs);
    marks.hidden = !count;
    return Boolean(count);
  }
}
