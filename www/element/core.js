import { mend } from './engine.js';
import { failed } from './faults.js';

/** The engine's half of a map, while there is one: what is asked of it, and what its answers set going. */
export class Core {
  widget;
  #map;

  constructor(map) {
    this.#map = map;
  }

  /** What a method of the engine answers; undefined without an engine, or when it breaks down. */
  get(method, ...values) {
    return this.widget && this.attempt(() => this.widget[method](...values));
  }

  /** Calls a method that answers with effects, and lets them happen. Returns them. */
  tell(method, ...values) {
    const effects = this.get(method, ...values);
    this.apply(effects);
    return effects;
  }

  /** Does something with the engine. If that breaks down, the answer is undefined and the reader is told. */
  attempt(action) {
    try {
      return action();
    } catch (cause) {
      this.brokeDown(cause);
      return undefined;
    }
  }

  /** `takeFocus`: the reader has no pointer on the map; `isTold`: the story did it. */
  apply(effects, { takeFocus = false, isTold = false } = {}) {
    if (!effects) return;
    const { parts, stage, choice, lens, live } = this.#map;
    if (effects.cursor) parts.canvas.dataset.cursor = effects.cursor;
    if (effects.hover !== undefined) choice.tooltip.show(effects.hover);
    if (effects.view) stage.viewMoved = true;
    if (effects.draw) stage.frames.ask();
    if (effects.told) live.say(...effects.told);
    if (effects.flying) stage.flights.start();
    if (effects.choose) choice.offer(effects.choose, takeFocus);
    if (effects.lens !== undefined) {
      live.isDue ||= !isTold;
      lens.is(effects.lens);
    }
    if (effects.select !== undefined) isTold ? choice.isTold(effects.select) : choice.is(effects.select, takeFocus);
  }

  letGo() {
    this.#map.stage.stop();
    const { widget } = this;
    this.widget = undefined;
    this.#map.motion.refresh();
    this.free(widget);
  }

  /** Frees a widget or a reader; not one that broke down in the middle of something. */
  free(half) {
    try {
      half?.free();
    } catch (cause) {
      mend(cause);
    }
  }

  /** After a trap the engine's half cannot be trusted: it is dropped, and made anew with the next document, or when the reader tries again. */
  brokeDown(cause) {
    const fault = failed('engine', `could not be drawn: ${mend(cause)}`);
    const { documents, choice } = this.#map;
    documents.overtake();
    documents.forget();
    choice.close();
    this.#map.clear();
    documents.fail([fault]);
  }
}
