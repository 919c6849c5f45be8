import { SLICE_MS } from './slices.js';

// What is shown while the view moves must not be drawn with every frame: this much around the view is drawn with it.
const MARGIN_SHARE = 0.15;
const MOST_MARGIN_PX = 200;
// What canvases can hold everywhere, with room for rounding: where a larger one is asked for nothing is drawn. Safari on iOS has the least.
const MOST_SIDE_PX = 16_384;
const MOST_PX = 0.999 * (CSS.supports('-webkit-touch-callout', 'none') ? 2 ** 24 : 2 ** 26);
// A slice is looked at again after so many things that are drawn.
const ITEMS_AT_ONCE = 24;
const ROUNDING_PX = 1e-3;

/**
 * The last picture with a margin around it, off the page. While the view moves it is shown moved and scaled, which costs the same
 * whatever is on the map; the next picture is painted beside it, in slices.
 */
export class Raster {
  /** How much is drawn around the view, CSS px. */
  marginPx = 0;
  #ratio = 1;
  #shown; // { context, view }: the picture that is shown
  #spare; // the canvas that the next one is painted on
  #painting; // { context, view, next }: the picture that is being painted
  /** Whether the last one took more than a slice. */
  isSlow = false;
  #size = [0, 0]; // of the canvas, device px
  #isHeld = true;
  #canvas;
  #lost;

  /** `lost()`: the browser has taken the pictures' memory away, and they are to be painted anew. */
  constructor(canvas, lost) {
    this.#canvas = canvas;
    this.#lost = () => {
      this.drop();
      lost();
    };
    canvas.addEventListener('contextrestored', this.#lost);
  }

  /** A size in CSS px, and device pixels for one of them, as far as a canvas can have them. What was painted is gone. */
  resize(wide, tall, ratio) {
    this.#ratio = Math.min(Math.max(ratio, 0.5), 8, mostRatio(wide, tall));
    const device = (px) => Math.max(Math.round(px * this.#ratio), 1);
    this.#size = [device(wide), device(tall)];
    const margin = Math.min(Math.round(MARGIN_SHARE * Math.min(wide, tall)), MOST_MARGIN_PX);
    this.marginPx = mostRatio(wide + 2 * margin, tall + 2 * margin) >= this.#ratio ? margin : 0;
    this.#clear();
  }

  get ratio() {
    return this.#ratio;
  }

  /** Whether there is to be memory for pictures at all. When that changes, what was painted is gone. */
  hold(isHeld) {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#clear();
  }

  get isHeld() {
    return this.#isHeld;
  }

  /** Lets the pictures beside the canvas and their memory go. */
  drop() {
    this.#shown = this.#spare = this.#painting = undefined;
  }

  /** Whether there is a picture on the canvas. */
  get isShowing() {
    return Boolean(this.#shown);
  }

  /** Whether a picture is begun that is not whole yet. */
  get isPainting() {
    return Boolean(this.#painting);
  }

  /** Begins a picture of what the engine has composed, whose view it told: in slices, or in one go, which needs no second canvas. */
  begin(view, atOnce) {
    const context = atOnce && this.#shown ? this.#shown.context : (this.#spare ?? this.#sheet());
    this.#painting = { context, view, next: 0, atOnce };
  }

  /** Goes on with it for a slice. Says whether it is whole; then it is the one to show. */
  paint(engine) {
    const began = performance.now();
    const { context, view, atOnce } = this.#painting;
    let { next } = this.#painting;
    do {
      next = engine.get('paintPart', context, this.#ratio, this.marginPx, next, ITEMS_AT_ONCE);
      if (!this.#painting) return false; // it broke down
    } while (next !== undefined && (atOnce || performance.now() - began < SLICE_MS));
    this.#painting.next = next;
    if (atOnce) this.isSlow = performance.now() - began > SLICE_MS;
    if (next !== undefined) return false;
    if (context !== this.#shown?.context) this.#spare = this.#shown?.context;
    this.#shown = { context, view };
    this.#painting = undefined;
    return true;
  }

  /** Shows the last picture as the present view has it. `moved`, `sharp` when it is of that very view, or nothing when it cannot be shown so. */
  show(engine) {
    const shift = this.#shown && engine.get('shift', this.#shown.view);
    if (!shift) return undefined;
    const [scale, x, y] = shift;
    const place = (px) => {
      const at = (px - scale * this.marginPx) * this.#ratio;
      return scale === 1 ? Math.round(at) : at; // on whole pixels it stays sharp
    };
    const context = this.#canvas.getContext('2d');
    context.setTransform(scale, 0, 0, scale, place(x), place(y));
    context.drawImage(this.#shown.context.canvas, 0, 0);
    return scale === 1 && Math.hypot(x, y) < ROUNDING_PX ? 'sharp' : 'moved';
  }

  #clear() {
    const [width, height] = this.#isHeld ? this.#size : [0, 0];
    Object.assign(this.#canvas, { width, height });
    this.drop();
  }

  #sheet() {
    const { width, height } = this.#canvas;
    const margins = Math.ceil(2 * this.marginPx * this.#ratio);
    const canvas = new OffscreenCanvas(width + margins, height + margins);
    // Once restored it would be blank: another takes its place.
    canvas.addEventListener('contextlost', () => [this.#shown, this.#painting].some((one) => one?.context.canvas === canvas) && this.#lost());
    return canvas.getContext('2d');
  }
}

/** The device pixels for a CSS px with which a canvas of a size, CSS px, can still be drawn on. */
const mostRatio = (wide, tall) => Math.min(MOST_SIDE_PX / Math.max(wide, tall), Math.sqrt(MOST_PX / (wide * tall)));
