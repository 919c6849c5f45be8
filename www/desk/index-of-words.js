import { findable, wordsOf } from './fold.js';
import { forgiven, isNear } from './typo.js';

// A word of a name tells more than one of a sentence.
const NAME = 10;
const [EXACT, BEGINNING, INSIDE, NEAR] = [4, 3, 2, 1];
// Shorter parts of words are in too many.
const LEAST_INSIDE = 4;

/** Which entries have which words, in whatever language. */
export class IndexOfWords {
  #entries = new Map(); // word → entry → weight

  /** Adds an entry with its names, and with texts that name it less. */
  add(entry, names, texts = []) {
    for (const text of texts) this.#take(entry, text, 0);
    for (const name of names) this.#take(entry, name, NAME);
  }

  /** The entries that have all words of a query, the best first. Slips are forgiven in words that nothing has as they stand. */
  find(query) {
    const scores = wordsOf(query).map((word) => this.#scores(word));
    const [first, ...rest] = scores;
    const found = [...(first ?? [])].filter(([entry]) => rest.every((other) => other.has(entry)));
    const total = new Map(found.map(([entry, score]) => [entry, rest.reduce((sum, other) => sum + other.get(entry), score)]));
    return [...total.keys()].sort((a, b) => total.get(b) - total.get(a));
  }

  #take(entry, text, weight) {
    for (const word of findable(text)) {
      if (!this.#entries.has(word)) this.#entries.set(word, new Map());
      const entries = this.#entries.get(word);
      entries.set(entry, Math.max(weight, entries.get(entry) ?? 0));
    }
  }

  #scores(word) {
    const asItStands = this.#matching((other) => {
      if (other === word) return EXACT;
      if (other.startsWith(word)) return BEGINNING;
      return word.length >= LEAST_INSIDE && other.includes(word) ? INSIDE : 0;
    });
    const most = forgiven(word);
    if (asItStands.size || !most) return asItStands;
    return this.#matching((other) => (isNear(word, other, most) ? NEAR : 0));
  }

  #matching(quality) {
    const scores = new Map();
    for (const [word, entries] of this.#entries) {
      const found = quality(word);
      if (!found) continue;
      for (const [entry, weight] of entries) scores.set(entry, Math.max(found + weight, scores.get(entry) ?? 0));
    }
    return scores;
  }
}
