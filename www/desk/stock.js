import { inSlices } from '../element/slices.js';

// So many facts are asked for at one go.
const PART = 60;

/** The kinds of things, in the order in which they are listed, with the words for one and for many. */
export const KINDS = { country: 'countries', place: 'places', line: 'lines', flow: 'flows', area: 'areas' };

const LISTS = { place: 'places', line: 'lines', flow: 'flows', area: 'areas' };

/**
 * What a brief holds, told by the engine in the language of the map: things, `{ kind, id, title, raw }`, and facts,
 * `{ id, raw, entry, sources, flow, teller }`. `raw` is as the brief has it; a fact's `flow` is the flow that it is the amount of,
 * its `teller` the thing whose panel tells it.
 */
export class Stock {
  brief;
  /** Every country of the map, by its code: `{ id, title, names }`. */
  countries;
  things = [];
  facts = [];
  #of;
  #engine;
  #isMirrored;
  #gathering;
  #byId = new Map();

  constructor({ documents, engine, words }) {
    const { shown, spoken } = documents;
    this.#of = [shown.brief, shown.map, spoken];
    this.#engine = engine;
    this.#isMirrored = words.isMirrored;
    this.brief = JSON.parse(new TextDecoder().decode(shown.brief.parts[0]));
    this.countries = new Map((engine.get('countries') ?? []).map((country) => [country.id, country]));
  }

  /** Whether it is of what a map shows now. */
  isOf({ documents: { shown, spoken } }) {
    return [shown?.brief, shown?.map, spoken].every((one, index) => one === this.#of[index]);
  }

  /** Reads all of it in slices, once. `isWanted()` says whether to go on; resolves to whether it was read to its end. */
  gather(isWanted) {
    this.#gathering ??= this.#gather(isWanted);
    return this.#gathering;
  }

  fact(id) {
    return this.#byId.get(id);
  }

  /** What is said of a flow whose source gives a rank or nothing in place of an amount; nothing for other flows. */
  lacking(flow) {
    if (!flow) return undefined;
    const { value, unit } = this.#byId.get(flow.raw.fact)?.raw ?? {};
    return value === undefined || unit === 'rank' ? this.#engine.get('panel', 'flow', flow.id)?.remarks[0] : undefined;
  }

  /** Everything that a view of something shows: a thing, or both sides of a fact. */
  sight({ kind, id, raw, teller }) {
    if (kind) return [id];
    return teller.kind === 'country' ? [raw.subject, raw.object].filter(Boolean) : [teller.id];
  }

  #gather(isWanted) {
    const work = this.#read();
    return inSlices(() => !work.next().done, isWanted);
  }

  *#read() {
    const actors = this.brief.actors ?? {};
    for (const id of Object.keys(actors)) {
      const country = this.countries.get(id);
      if (country) this.things.push({ kind: 'country', id, title: country.title, raw: actors[id] });
    }
    const names = new Map(this.things.map(({ id, title }) => [id, title]));
    for (const [kind, list] of Object.entries(LISTS)) {
      for (const raw of this.brief[list] ?? []) {
        const title = kind === 'flow' ? this.#between(raw, names) : this.#engine.get('panel', kind, raw.id)?.title;
        if (!title) continue;
        if (kind === 'place') names.set(raw.id, title);
        this.things.push({ kind, id: raw.id, title, raw });
        yield;
      }
    }
    yield* this.#readFacts();
  }

  /** A flow is named as the engine names it in its panel, which would be asked for thousands of times. */
  #between({ id, from, to, direction }, names) {
    const [start, end] = [names.get(from), names.get(to)];
    if (!start || !end) return this.#engine.get('panel', 'flow', id)?.title;
    const lang = start.lang ?? end.lang;
    const arrow = direction === 'two_way' ? '↔' : this.#isMirrored && !lang ? '←' : '→';
    return { text: `${start.text} ${arrow} ${end.text}`, lang };
  }

  *#readFacts() {
    const tellers = this.#tellers();
    const raws = this.brief.facts ?? [];
    for (let first = 0, part; (part = this.#engine.get('facts', first, PART)); first += PART) {
      const sources = new Map(part.sources.map((source) => [source.number, source]));
      const told = new Map(part.groups.flatMap(({ facts }) => facts.map((entry) => [entry.id, entry])));
      for (const raw of raws.slice(first, first + PART)) {
        const entry = told.get(raw.id);
        if (!entry) continue;
        const things = tellers.get(raw.id) ?? [];
        const fact = {
          id: raw.id,
          raw,
          entry,
          sources: entry.notes.map((number) => sources.get(number)),
          flow: things.find(({ kind }) => kind === 'flow'),
          teller: things[0] ?? this.#sideOf(raw),
        };
        this.facts.push(fact);
        this.#byId.set(raw.id, fact);
      }
      yield;
    }
  }

  /** The things that tell each fact: its flow, then what names it. */
  #tellers() {
    const tellers = new Map();
    const add = (fact, thing) => tellers.set(fact, [...(tellers.get(fact) ?? []), thing]);
    for (const thing of this.things) if (thing.kind === 'flow') add(thing.raw.fact, thing);
    for (const thing of this.things) for (const fact of thing.raw.facts ?? []) add(fact, thing);
    return tellers;
  }

  /** The country that a fact is told by: the other side, of whom there is less to say than of the subject. */
  #sideOf({ subject, object }) {
    const id = [object, subject].find((id) => this.countries.has(id));
    return id && { kind: 'country', id };
  }
}
