import { startEngine } from './engine.js';
import { failed, refusal, refused } from './faults.js';
import { context2d, mapBytes, teach, translate } from './giving.js';
import { Input } from './input.js';
import { Language } from './language.js';
import { limitsOf } from './limits.js';
import { patiently } from './patience.js';
import { Problems } from './problems.js';
import { Progress } from './progress.js';
import { Promised } from './promised.js';
import { hand } from './settings.js';
import { SHIPPED } from './shipped.js';
import { inSlices } from './slices.js';

/** The documents of maps that are drawn. */
const drawn = new Set();

/** What the page gave, on its way to the engine: brief, base map and language, loaded, handed over, or refused with reasons. */
export class Documents {
  inputs = { brief: new Input(SHIPPED.brief), map: new Input(SHIPPED.map) };
  /** What the page says of how much of them is read, and the same as the engine takes it. */
  limits;
  most = limitsOf();
  ready = new Promised();
  problems;
  progress;
  /** What is drawn: { map, brief }. */
  shown;
  /** The language that the engine has been given. */
  spoken;
  #language = new Language();
  #run = 0; // counts loads, so that an overtaken one knows it
  #due = false;
  #isAwake = false;
  #map;

  constructor(map) {
    this.#map = map;
    this.problems = new Problems(map.words, () => this.#retry());
    this.progress = new Progress(map.words);
  }

  give(name, value) {
    this.inputs[name].give(value);
    if (this.#map.isConnected) this.schedule();
  }

  /** Takes the page's limits: what there is is read anew. */
  limit(limits) {
    const most = limitsOf(limits);
    this.limits = limits;
    if (String(most) === String(this.most)) return; // templates give equal ones time and again
    this.most = most;
    const [bytes] = most;
    for (const input of Object.values(this.inputs)) {
      input.mostBytes = bytes >= 1 ? bytes : undefined;
      input.drop();
    }
    if (this.#map.isConnected) this.schedule();
  }

  /** The reader comes near, or somebody wants the map: from now on what is given is loaded. */
  wake() {
    if (this.#isAwake) return;
    this.#isAwake = true;
    if (this.#map.isConnected) this.schedule();
  }

  /** Several changes of one task are one load. Who waits for `ready` waits for the newest. */
  schedule() {
    this.ready = this.ready.settled ? new Promised() : this.ready;
    this.overtake();
    if (this.#due || !this.#isAwake) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      const run = this.#run;
      if (this.#map.isConnected) this.#load().catch((cause) => run === this.#run && this.#map.engine.brokeDown(cause));
    });
  }

  /** What is being loaded comes too late. */
  overtake() {
    this.#run += 1;
    this.progress.end();
  }

  /** Breaks off what is under way and forgets all bytes. */
  drop() {
    this.#isAwake = false;
    this.overtake();
    this.ready.reject(Object.assign(new Error('the map was let go'), { faults: [] }));
    this.inputs.brief.drop();
    this.inputs.map.drop();
    this.#language.drop();
    this.forget();
  }

  /** Lets the engine's half go, and with it what was drawn. */
  forget() {
    drawn.delete(this);
    this.#map.engine.letGo();
    this.shown = undefined;
    this.spoken = undefined;
  }

  /** Tells the reader and the page what is wrong. */
  tell(faults) {
    const { poster } = this.#map.parts;
    this.problems.show(faults, { mapStays: Boolean(this.shown), hasPoster: poster.assignedElements().length > 0 });
    for (const fault of faults) this.#map.fire('khorgos-error', fault);
  }

  /** Tells of what was asked for in vain. */
  regret(what, cause) {
    this.tell([failed('engine', `${what}: ${cause?.message ?? cause}`, false)]); // what asked for it is still there
  }

  /** Tells it, and whoever waits for the map. */
  fail(faults) {
    if (this.ready.settled) this.ready = new Promised();
    const message = faults.map(({ source, message }) => `${source} ${message}`).join('; ');
    this.ready.reject(Object.assign(new Error(message), { faults })); // first: who hears of it may give something else
    this.tell(faults);
  }

  /** What lacks is loaded again; what has come is kept. */
  #retry() {
    this.problems.clear();
    this.#map.parts.canvas.focus({ preventScroll: true }); // the button is gone
    this.schedule();
  }

  async #load() {
    const run = this.#run;
    const { brief, map } = this.inputs;
    const { live, words } = this.#map;
    const isFirst = !this.shown;
    if (isFirst) live.say(words.said('loading'));
    const { element } = this.#map;
    const lang = element.closest('[lang]')?.lang || element.ownerDocument.documentElement.lang || 'en';
    const [engine, ...rest] = await Promise.allSettled([startEngine(this.#map.signal), this.#read(map), brief.load(), this.#language.load(lang, brief.load(), !map.given)]);
    if (run !== this.#run) return;

    const faults = [];
    if (engine.reason) faults.push(notStarted(engine.reason));
    for (const [index, source] of ['map', 'brief', 'language'].entries()) {
      const { reason } = rest[index];
      if (reason) faults.push(reason.problems ? refused(source, reason.url, reason.problems) : failed(source, reason.message, !reason.isLasting));
    }
    const [packed, briefParts, language] = rest.map(({ value }) => value);
    if (language) this.#map.surround.speak(language);
    if (engine.value) await this.#begin(engine.value, packed, briefParts, language, faults);
    if (run !== this.#run) return; // it broke down on the way and has said so, or was overtaken
    if (isFirst) live.say();
    if (!faults.length) return this.#welcome();
    this.fail(faults);
    if (engine.reason && briefParts) this.#showFacts(run, briefParts, language).catch(() => {}); // the reader knows already
  }

  /** What a page that cannot have the map has all the same: the facts with their sources. */
  async #showFacts(run, brief, language) {
    const { factTable } = await patiently(() => import('../bare/index.js'), () => run === this.#run);
    const table = factTable(this.#map.words, brief.parts[0], language?.texts);
    if (table && run === this.#run) this.problems.add(table);
  }

  /** A base map as the engine takes it: `{ map, bytes }`. Fails when the reader broke it off, or with `problems`. */
  async #read(input) {
    const map = await input.load();
    map.isPacked ??= map.parts.every(isPacked);
    if (map.isPacked) return { map, bytes: await mapBytes(map) };
    const run = this.#run;
    const { read } = await patiently(() => import('../reading/index.js'), () => run === this.#run);
    if (run !== this.#run) throw new Error('is not wanted any more');
    const result = await this.#watched((between) => read(map.parts, this.most, this.#map.element.worker !== 'off', between));
    if (!result) throw new Error('was not read to its end');
    if (result.problems) throw refusal(map.url, result.problems);
    map.parts = [result.packed];
    map.isPacked = true;
    return { map, bytes: map.parts };
  }

  /** Reads something with a bar that tells how far it is; `between(share)` says whether to go on. */
  async #watched(read) {
    const run = this.#run;
    let isCancelled = false;
    this.progress.begin(() => (isCancelled = true));
    const result = await read((share) => {
      if (run === this.#run) this.progress.is(share);
      return run === this.#run && !isCancelled;
    });
    if (run === this.#run) this.progress.end();
    return result;
  }

  /** Reads the brief in slices, if it or the map is new, then hands both to the engine. */
  async #begin({ BriefReader, Widget }, packed, brief, language, faults) {
    const { engine } = this.#map;
    const run = this.#run;
    const isNew = brief && (brief !== this.shown?.brief || (packed && packed.map !== this.shown.map));
    const reader = isNew ? engine.attempt(() => new BriefReader(brief.parts[0], this.most)) : undefined;
    const isRead = await this.#watched((between) =>
      inSlices(
        () => engine.attempt(() => reader?.step()),
        () => between(reader.share()),
      ),
    );
    if (run !== this.#run) return engine.free(reader);
    if (isRead) return engine.attempt(() => this.#take(Widget, packed, brief, reader, language, faults));
    faults.push(failed('brief', 'was not read to its end'));
    return engine.free(reader);
  }

  /**
   * Hands new documents to the engine; what it refuses goes into `faults`, and the last good map stays.
   * A base map is joined to a brief once: a new one gets a widget of its own, which takes over when it is good with its brief.
   */
  #take(Widget, packed, brief, reader, language, faults) {
    const { engine, dress, parts } = this.#map;
    const refuses = (problems, source, { url }) => problems.length && faults.push(refused(source, url, problems));
    const isNewMap = packed && packed.map !== this.shown?.map;
    const fresh = isNewMap || !engine.widget ? new Widget(context2d(parts.canvas)) : undefined;
    hand(this.#map, fresh, 'graticule', 'projection', 'worldview');
    if (fresh) dress.wear(fresh);
    const sharer = isNewMap && this.#sharer(packed.map);
    const isGoodMap = isNewMap && !refuses(sharer ? fresh.shareMap(sharer) : fresh.setMap(packed.bytes, this.most), 'map', packed.map);
    if (isGoodMap) teach(fresh, language, refuses);
    else if (engine.widget && language !== this.spoken) teach(engine.widget, language, refuses);
    // Without a map the brief is still read, so that all that is wrong is told.
    const widget = isGoodMap || !engine.widget ? fresh : engine.widget;
    const isGoodBrief = reader && !refuses(widget.setBrief(reader), 'brief', brief);
    if (isGoodBrief || (widget === engine.widget && language !== this.spoken)) translate(widget, language, refuses);
    if (isGoodMap && isGoodBrief) {
      engine.letGo();
      engine.widget = fresh;
      this.shown = { map: packed.map, brief };
      putAway(packed.map);
      drawn.add(this);
      this.spoken = language;
    } else {
      engine.free(fresh);
      if (engine.widget) this.spoken = language;
      if (isGoodBrief && engine.widget) this.shown = { ...this.shown, brief };
    }
  }

  /** The widget of another map that shows the base map that ships, where this is it: all of them have one between them. */
  #sharer({ url }) {
    const ships = (url) => url === SHIPPED.map.join(' ');
    return !this.limits && ships(url) ? [...drawn].find(({ shown }) => ships(shown.map.url))?.#map.engine.widget : undefined;
  }

  #welcome() {
    const { element, engine, parts, surround, choice, lens, stage } = this.#map;
    const run = this.#run;
    this.problems.clear();
    parts.poster.hidden = true;
    parts.box.classList.add('drawn');
    // Another language leaves the lens, and the layers that were switched.
    const isOn = engine.get('lenses')?.some(({ id, chosen }) => chosen && id === element.lens);
    if (isOn && choice.shows === 'lens') lens.recolour();
    else choice.refresh();
    surround.describe();
    if (element.lens !== null && !isOn) lens.meet();
    stage.resize();
    if (run !== this.#run) return; // it broke down, or who heard of something gave something else
    this.ready.resolve(element);
    this.#map.fire('khorgos-ready');
  }
}

/** Whether a part of a map is what the engine takes. */
const isPacked = (part) => String.fromCharCode(...part.subarray(0, 7)) === 'khorgos';

/** Once the engine has read a base map, its bytes need not be held in memory: a blob may lie on the disk. */
function putAway(map) {
  map.parts = map.parts.map((part) => new Blob([part]));
}

// A policy's refusal is told by browsers in many words, none of them a reader's.
const REFUSAL = /content security policy|unsafe-eval|csp/i;

function notStarted(cause) {
  const why = (reason, mayPass) => failed('engine', `could not be started: ${reason}`, mayPass);
  if (typeof WebAssembly === 'undefined') return why('this browser has no WebAssembly', false);
  if (REFUSAL.test(cause.message)) return why('this page does not allow WebAssembly (its policy lacks wasm-unsafe-eval)', false);
  return why(cause.message ?? cause);
}
