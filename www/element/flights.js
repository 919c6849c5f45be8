import { nextFrame } from './next-frame.js';

// Longer than any flight.
const ALL_MS = 60_000;
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
  #frame; // breaks the next one off
  #last;
  #waiting = [];

  /** `advance(ms)` moves the camera on, draws, and says whether there is more to come. */
  constructor(advance) {
    this.#advance = advance;
  }

  start() {
    this.#frame ??= nextFrame((now) => this.#step(now));
  }

  stop() {
    this.#frame?.();
    this.#frame = undefined;
    this.#last = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** What is under way is at its end at once. */
  arrive() {
    if (this.#frame && !this.#advance(ALL_MS)) this.stop();
  }

  /** Resolves when no flight is under way. */
  landed() {
    return this.#frame ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  #step(now) {
    const elapsed = now - (this.#last ?? now);
    this.#last = now;
    this.#frame = nextFrame((next) => this.#step(next));
    if (!this.#advance(elapsed)) this.stop();
  }
}
