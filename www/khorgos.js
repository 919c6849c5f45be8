// <khorgos-map>: what a page sees of the map. See khorgos.d.ts. The inside is in element/; everything that is drawn, measured or
// decided about the map happens in the engine.
import { Inner } from './element/inner.js';
import { wantsStill } from './element/flights.js';
import { ids, number, pair } from './element/given.js';
import { check, hand } from './element/settings.js';

export { init } from './element/engine.js';

/** Attributes with a property of the same name. */
const REFLECTED = ['gestures', 'graticule', 'keys', 'lens', 'loading', 'motion', 'projection', 'state', 'worker', 'worldview'];

/** A citable flow map. */
export class KhorgosMap extends HTMLElement {
  static observedAttributes = ['brief', 'map', 'lang', 'story', 'theme', ...REFLECTED];

  #inner = new Inner(this);

  connectedCallback() {
    // A page may have set properties before this class was there to hear of it.
    for (const name of ['limits', 'brief', 'map', 'theme', ...REFLECTED]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#inner.connect();
  }

  disconnectedCallback() {
    // An element that is moved is connected again within the task, and keeps its map.
    setTimeout(() => this.isConnected || this.destroy());
  }

  adoptedCallback() {
    this.#inner.adopt();
  }

  attributeChangedCallback(name, before, after) {
    const inner = this.#inner;
    const take = {
      gestures: () => {}, // asked with every gesture
      graticule: () => hand(inner, inner.engine.widget, name),
      keys: () => {}, // asked when a key is pressed
      lang: () => inner.isConnected && inner.documents.schedule(),
      lens: () => inner.lens.asked(after),
      loading: () => after === 'eager' && inner.documents.wake(),
      motion: () => inner.motion.ask(after),
      projection: () => hand(inner, inner.engine.widget, name),
      state: () => inner.remember(),
      story: () => inner.telling.layOut(),
      theme: () => inner.dress.theme.ask(after),
      worker: () => {}, // asked when a map is read
      worldview: () => hand(inner, inner.engine.widget, name),
    }[name];
    if (!take) {
      if (before !== after || typeof inner.documents.inputs[name].given !== 'string') inner.documents.give(name, after ?? undefined);
    } else if (before !== after) {
      take();
      check(inner, name, after);
    }
  }

  get brief() {
    return this.#inner.documents.inputs.brief.given ?? null;
  }
  set brief(value) {
    this.#give('brief', value);
  }

  get map() {
    return this.#inner.documents.inputs.map.given ?? null;
  }
  set map(value) {
    this.#give('map', value);
  }

  get limits() {
    return this.#inner.documents.limits ?? null;
  }
  set limits(value) {
    this.#inner.documents.limit(value ?? undefined);
  }

  get step() {
    return this.#inner.telling.step;
  }
  set step(value) {
    const { telling } = this.#inner;
    if (value === null || value === undefined) telling.end();
    else if (telling.has(value)) telling.tell(value);
  }

  get theme() {
    return this.#inner.dress.theme.asked;
  }
  set theme(value) {
    reflect(this, 'theme', value);
  }

  get ready() {
    return this.#inner.documents.ready.promise;
  }

  get settled() {
    const idle = () => this.#inner.stage.idle();
    return this.ready.then(idle, idle);
  }

  pick(x, y) {
    const { stage, engine } = this.#inner;
    stage.frames.flush();
    const at = pair(x, y);
    const picked = at.length && engine.get('pick', ...at);
    return picked ? { kind: picked.kind, id: picked.id } : null;
  }

  project(longitude, latitude) {
    const at = pair(longitude, latitude);
    const point = at.length ? this.#inner.engine.get('project', ...at) : undefined;
    return point?.every(Number.isFinite) ? [...point] : null;
  }

  select(target) {
    const { choice } = this.#inner;
    if (target !== null) return choice.choose(choice.find(target), false);
    choice.dismiss();
    return true;
  }

  panBy(dx, dy) {
    this.#inner.engine.tell('panBy', -(number(dx) ?? 0), -(number(dy) ?? 0)); // the engine moves the map, a page moves the view
  }

  zoomBy(factor, at) {
    if (number(factor) > 0) this.#inner.engine.tell('zoomBy', factor, ...pair(at?.x, at?.y));
  }

  flyTo(goal) {
    const { center, zoom, fit, animate = true } = goal ?? {};
    const [longitude, latitude] = Array.isArray(center) ? pair(...center) : [];
    this.#inner.engine.tell('flyTo', longitude, latitude, number(zoom), ids(fit), Boolean(animate) && !wantsStill());
  }

  toSVG() {
    return this.#inner.takeaway.svg();
  }

  toPNG(scale) {
    return this.#inner.takeaway.png(scale);
  }

  toCSV() {
    return this.#inner.takeaway.csv();
  }

  destroy() {
    this.#inner.destroy();
  }

  #give(name, value) {
    const { documents } = this.#inner;
    if (typeof value === 'string') this.setAttribute(name, value);
    else if (value !== null && value !== undefined) documents.give(name, value);
    else if (this.hasAttribute(name)) this.removeAttribute(name);
    else documents.give(name, undefined);
  }
}

function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

for (const name of REFLECTED) {
  Object.defineProperty(KhorgosMap.prototype, name, {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      reflect(this, name, value);
    },
    configurable: true,
    enumerable: true,
  });
}

if (!customElements.get('khorgos-map')) customElements.define('khorgos-map', KhorgosMap);
