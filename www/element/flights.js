const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader has asked for no motion, or does not see the page, where no animation frames come. */
export const wantsStill = () => STILL.matches || document.hidden;

/** Calls back whenever that may be otherwise. */
export function whenStillChanges(changed, signal) {
  STILL.addEventListener('change', changed, { signal });
  document.addEventListener('visibilitychange', changed, { signal });
}

/** The clock of the camera's flights: one animation frame after the other while one is under way, none otherwise. */
export class Flights {
  #advance;
  #frame = 0;
  #last;
  #waiting = [];

  /** `advance(ms)` moves the camera on, draws, and says whether there is more to come. */
  constructor(advance) {
    this.#advance = advance;
  }

  start() {
    this.#frame ||= requestAnimationFrame((now) => this.#step(now));
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#last = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when no flight is under way. */
  landed() {
    return this.#frame ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  #step(now) {
    const elapsed = now - (this.#last ?? now);
    this.#last = now;
    this.#frame = requestAnimationFrame((next) => this.#step(next));
    if (!this.#advance(elapsed)) this.stop();
  }
}
