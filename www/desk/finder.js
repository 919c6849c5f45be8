import { inSlices } from '../element/slices.js';
import { IndexOfWords } from './index-of-words.js';
import { mapNames, translations } from './tongues.js';

/** A text of a brief: one, or one by language. */
const texts = (text) => (typeof text === 'object' ? Object.values(text ?? {}) : [text ?? '']);

/**
 * What a reader may look for, in all languages that brief and map have: countries, things, facts, and sources,
 * `{ kind: 'source', id, title, fact }` with the first fact that cites them.
 */
export class Finder {
  #stock;
  #fetchAll;
  #index = new IndexOfWords();
  #filling;

  /** `fetchAll` as element/loading.js has it. */
  constructor(stock, fetchAll) {
    this.#stock = stock;
    this.#fetchAll = fetchAll;
  }

  find(query) {
    return this.#index.find(query);
  }

  /** Fills it in slices, once; `isWanted()` says whether to go on. `url` is the brief's, `isShipped` whether the map is the one that ships. */
  fill(url, isShipped, isWanted) {
    this.#filling ??= this.#fill(url, isShipped, isWanted);
    return this.#filling;
  }

  async #fill(url, isShipped, isWanted) {
    const { brief } = this.#stock;
    const [documents, names] = await Promise.all([translations(this.#fetchAll, brief, url), isShipped ? mapNames(this.#fetchAll) : [], this.#stock.gather(isWanted)]);
    const work = this.#add([brief, ...documents], names);
    await inSlices(() => !work.next().done, isWanted);
  }

  *#add(documents, names) {
    const { brief, countries, facts, things } = this.#stock;
    const countryNames = (id) => [
      ...(countries.has(id) ? [countries.get(id).title.text, ...countries.get(id).names] : []),
      ...names.map((known) => known[id] ?? ''),
      ...documents.flatMap((one) => texts(one.actors?.[id]?.name)),
    ];
    // A list of the brief itself, or texts by their ids of a translation.
    const member = (list) => {
      const known = documents.map((one) => (Array.isArray(one[list]) ? new Map(one[list].map((raw) => [raw.id, raw])) : new Map(Object.entries(one[list] ?? {}))));
      return (id, name) => known.flatMap((byId) => texts(byId.get(id)?.[name]));
    };
    const said = { place: member('places'), line: member('lines'), area: member('areas'), flow: member('flows'), fact: member('facts'), source: member('sources') };
    const [measure, layer] = [member('measures'), member('layers')];
    const placeNames = (id) => said.place(id, 'name');

    const actors = new Set(things.filter(({ kind }) => kind === 'country').map(({ id }) => id));
    for (const { id, title } of countries.values()) if (!actors.has(id)) this.#index.add({ kind: 'country', id, title, raw: {} }, countryNames(id));
    yield;
    for (const thing of things) {
      const { kind, id, raw, title } = thing;
      if (kind === 'country') this.#index.add(thing, countryNames(id));
      else if (kind === 'flow') {
        const fact = this.#stock.fact(raw.fact);
        const ends = [raw.from, raw.to].flatMap((end) => [...countryNames(end), ...placeNames(end)]);
        const goods = documents.flatMap((one) => (Array.isArray(one.flows) ? raw.goods : one.flows?.[id]?.goods) ?? []).flatMap(texts);
        this.#index.add(thing, ends, [...measure(fact?.raw.measure, 'title'), ...layer(raw.layer, 'title'), ...goods]);
      } else this.#index.add(thing, [title.text, ...said[kind](id, 'name')]);
      yield;
    }
    const cited = new Map();
    for (const fact of facts) {
      const { id, raw, entry } = fact;
      const sides = [raw.subject, raw.object].filter(Boolean).flatMap(countryNames);
      this.#index.add(fact, [], [...said.fact(id, 'text'), ...measure(raw.measure, 'title'), ...sides, entry.figure?.value ?? '', entry.period ?? '', raw.period ?? '']);
      for (const [at, source] of (raw.cite?.notes ?? []).entries()) if (!cited.has(source)) cited.set(source, { fact, title: fact.sources[at]?.text });
      yield;
    }
    for (const [id, { fact, title }] of cited) {
      const { author = '', container = '', title: name = '' } = brief.sources?.[id] ?? {};
      if (title) this.#index.add({ kind: 'source', id, title: { text: title }, fact }, [author, name], [title, ...texts(container), ...said.source(id, 'comment')]);
    }
  }
}
