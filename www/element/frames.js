import { nextFrame } from './next-frame.js';

/** At most one animation frame is asked for at a time, and none while nothing changes. */
export class Frames {
  #draw;
  #asked; // breaks it off
  #waiting = [];
  #isDrawing = false;

  constructor(draw) {
    this.#draw = draw;
  }

  ask() {
    this.#asked ??= nextFrame(() => this.now());
  }

  /** Draws in this very task, in place of the frame that was asked for; with the next one when a listener asks in the middle of this one. */
  now() {
    if (this.#isDrawing) return this.ask();
    this.cancel();
    this.#isDrawing = true;
    this.#draw();
    this.#isDrawing = false;
    if (!this.#asked) this.#tell();
  }

  /** Draws now what would be drawn with the next frame, if anything. */
  flush() {
    if (this.#asked) this.now();
  }

  cancel() {
    this.#asked?.();
    this.#asked = undefined;
  }

  /** Resolves when no frame is due. */
  idle() {
    return this.#asked ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  stop() {
    this.cancel();
    this.#tell();
  }

  #tell() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
