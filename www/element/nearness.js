// So far outside the window a map begins to load, and lets its pictures go: as far as the window is tall.
const AHEAD = '100%';

/** How near a map is to what the reader sees. One that is not shown at all is not near. */
export class Nearness {
  isNear = true;
  isInSight = true;
  #observers = [];
  #box;

  /** Calls `came()` when the map is near for the first time, or is printed, and `changed()` whenever something is otherwise. */
  watch(box, signal, came, changed) {
    const done = new AbortController();
    const go = () => {
      if (done.signal.aborted) return;
      done.abort();
      came();
    };
    const observe = (name, options) =>
      new IntersectionObserver((entries) => {
        const is = entries.at(-1).isIntersecting;
        if (is && name === 'isNear') go();
        if (is === this[name]) return;
        this[name] = is;
        changed();
      }, options);
    this.#observers = [observe('isNear', { rootMargin: AHEAD }), observe('isInSight')];
    this.#box = box;
    this.ask();
    box.ownerDocument.defaultView.addEventListener('beforeprint', go, { signal: AbortSignal.any([done.signal, signal]) });
    signal.addEventListener('abort', () => {
      for (const observer of this.#observers.splice(0)) observer.disconnect();
    });
  }

  /** Asks anew. Until the browser tells, which it does with the next frame, the map may be in sight. */
  ask() {
    this.isNear = this.isInSight = true;
    for (const observer of this.#observers) {
      observer.unobserve(this.#box);
      observer.observe(this.#box);
    }
  }
}
