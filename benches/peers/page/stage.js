import { difference, shares } from './counting.js';
import { CLOSER, LEVELS, MIDDLE, PANS, POINTS, ZOOMS } from './gestures.js';

const BEAT_MS = 16;
const BUDGET_MS = 1500; // of one kind of frame
const LEAST = 5;
const LEAST_LAND = 0.05;
const text = async (url) => (await fetch(url)).text();
const pause = (ms = BEAT_MS) => new Promise((resolve) => setTimeout(resolve, ms));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Runs one engine on one work. The runner calls its methods from outside, one after another. */
class Stage {
  #Engine;
  #engines = [];
  #work;

  /** Loads an engine's bundle and style sheets. */
  async load(name, styles = []) {
    for (const style of styles) {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/${style}` });
      await new Promise((resolve, reject) => {
        Object.assign(link, { onload: resolve, onerror: reject });
        document.head.append(link);
      });
    }
    ({ Engine: this.#Engine } = await import(`/bundles/${name}.js`));
  }

  /** Brings the texts of a work into memory, before anything is timed. */
  async take(id, names, facts) {
    const texts = await Promise.all(names.map((name) => text(`/works/${id}/${name}.json`)));
    this.#work = { ...facts, ...Object.fromEntries(names.map((name, index) => [name, texts[index]])) };
  }

  /** From the documents' texts to pixels: ms. */
  async firstPicture(count = 1) {
    const { width_px, height_px } = this.#work;
    const boxes = Array.from({ length: count }, () => document.createElement('div'));
    for (const box of boxes) Object.assign(box.style, { position: 'relative', width: `${width_px}px`, height: `${height_px}px` });
    document.body.replaceChildren(...boxes);
    await nextFrame();
    this.#engines = boxes.map(() => new this.#Engine());
    const began = performance.now();
    await Promise.all(boxes.map((box, index) => this.#engines[index].mount(box, this.#work)));
    for (const engine of this.#engines) engine.force();
    return performance.now() - began;
  }

  /** Texts are the page's, not the engine's: they go before memory is measured. */
  forgetTexts() {
    this.#work = undefined;
  }

  /** An answer that costs nothing. */
  isReady() {
    return true;
  }

  clear() {
    for (const engine of this.#engines.splice(0)) engine.destroy();
    document.body.replaceChildren();
  }

  view() {
    const { width_px, height_px } = this.#work;
    return this.#engine.view?.(width_px, height_px);
  }

  /** What is on the picture, and how much of it changes with a pan and a zoom that are taken back: at once and at rest. */
  async look() {
    const engine = this.#engine;
    const drawn = this.#engines.filter((one) => shares(one.pixels()).land > LEAST_LAND).length;
    const seen = { ...shares(engine.pixels()), drawn };
    const changes = {};
    for (const [name, there, back] of [
      ['pan', () => engine.pan(37, 23), () => engine.pan(-37, -23)],
      ['zoom', () => engine.zoom(1.5, MIDDLE), () => engine.zoom(1 / 1.5, MIDDLE)],
    ]) {
      const before = engine.pixels();
      there();
      engine.draw();
      const [moved, rested] = [engine.pixels(), (await engine.settle(), engine.pixels())];
      changes[name] = Math.min(...[moved, rested].map((after) => difference(before, after)));
      await this.#through(back);
    }
    return { ...seen, changes };
  }

  async closer() {
    await this.#through(() => this.#engine.zoom(CLOSER, MIDDLE));
  }

  /** ms of each frame from the call to its pixels; less of them where they are slow. */
  pans() {
    return this.#frames(PANS.map(([dx, dy]) => () => this.#engine.pan(dx, dy)));
  }

  zooms() {
    return this.#frames(ZOOMS.map(([factor, at]) => () => this.#engine.zoom(factor, at)));
  }

  /** Frames of an engine that moves its canvas by CSS while a finger drags it; nothing is drawn in them. */
  async drags() {
    if (!this.#engine.drag) return [];
    const taken = await this.#frames(PANS.map(([dx, dy]) => () => this.#engine.drag(dx, dy)));
    await this.#through(() => this.#engine.pan(0, 0));
    return taken;
  }

  /** One pan until the picture is the final one: ms by the clock. What the main thread did in it is asked from outside. */
  async settled(index) {
    const began = performance.now();
    await this.#through(() => this.#engine.pan(...PANS[index]));
    return performance.now() - began;
  }

  picks() {
    const engine = this.#engine;
    engine.pick(...POINTS[0]); // an index that is made with the first question is not a question
    let found = 0;
    const taken = [];
    for (const [x, y] of POINTS) {
      const began = performance.now();
      const hit = engine.pick(x, y);
      taken.push(performance.now() - began);
      if (hit !== null) found += 1;
    }
    return { taken, found };
  }

  /**
   * Pans and zooms at the screen's own beat, nothing forced, then zooms through scales that are new to it, each waited for:
   * the longest time that the main thread was blocked, ms, 0 where below 50.
   */
  async longestBlock() {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const gestures = [...PANS.slice(0, 10).map((by) => () => this.#engine.pan(...by)), ...[0, 1, 2, 27, 28, 29].map((index) => () => this.#engine.zoom(...ZOOMS[index]))];
    const levels = LEVELS.map((by) => () => this.#engine.zoom(...by));
    for (const [moves, isWaitedFor] of [[gestures, false], [levels, true]]) {
      const began = performance.now();
      for (const move of moves) {
        if (performance.now() - began > BUDGET_MS) break;
        move();
        await nextFrame(); // the engine's own frame, at its own time
        if (this.#engine.drawsItself === false) this.#engine.draw();
        if (isWaitedFor) await this.#engine.settle();
      }
      await this.#engine.settle();
    }
    await pause(100); // entries come late
    for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
    observer.disconnect();
    return longest;
  }

  get #engine() {
    return this.#engines[0];
  }

  async #through(move) {
    move();
    this.#engine.draw();
    await this.#engine.settle();
    this.#engine.force();
  }

  async #frames(moves) {
    const engine = this.#engine;
    const taken = [];
    let spent = 0;
    for (const move of moves) {
      const began = performance.now();
      move();
      engine.draw();
      engine.force();
      const took = performance.now() - began;
      taken.push(took);
      spent += took;
      if (spent > BUDGET_MS && taken.length >= LEAST) break;
      await pause();
    }
    await engine.settle();
    return taken;
  }
}

globalThis.stage = new Stage();
