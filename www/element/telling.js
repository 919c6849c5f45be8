import { wantsStill } from './flights.js';
import { ScrollStory } from './scroll-story.js';
import { Story } from './story.js';

/** The story of the brief as it is told: on a card, or in texts that scroll past the map. */
export class Telling {
  card;
  scrolled;
  /** The step that is told, from 0, or null. */
  step = null;
  #steps = [];
  #lensBefore; // the lens that the story came upon
  #map;

  constructor(map) {
    this.#map = map;
    const act = { go: (index) => this.tell(index), facts: (index) => this.#openFacts(index) };
    this.card = new Story(map.words, { ...act, open: () => this.#open(), end: () => this.end(), areKeysOff: () => map.areKeysOff });
    this.scrolled = new ScrollStory(map.words, act);
  }

  /** Takes the steps of another brief. */
  take(steps) {
    this.#steps = steps;
    this.layOut();
  }

  /** Lays the story out anew: as a card behind a button, or as texts that scroll past. */
  layOut() {
    const { element, parts } = this.#map;
    const scrolls = element.getAttribute('story') === 'scroll';
    this.step = null;
    parts.box.classList.remove('story-open');
    this.card.show(this.#steps, { opener: !scrolls });
    if (scrolls && this.#steps.length) this.scrolled.start(this.#steps);
    else this.scrolled.stop();
  }

  has(index) {
    return Number.isInteger(index) && index >= 0 && index < this.#steps.length;
  }

  tell(index) {
    const { element, engine, parts, surround, choice, stage } = this.#map;
    if (this.step === null) this.#lensBefore = element.lens;
    this.step = index;
    surround.disclosures.close();
    choice.shut();
    if (!this.scrolled.isOn) {
      parts.box.classList.add('story-open');
      if (this.card.set(index)) stage.cover();
      this.#say(index);
    }
    engine.apply(engine.get('showStep', index, !wantsStill()), { isTold: true });
    this.#map.fire('khorgos-step', { step: index, of: this.#steps.length });
  }

  end() {
    if (this.step === null) return;
    const { engine, parts, choice, stage } = this.#map;
    this.step = null;
    choice.shut();
    parts.box.classList.remove('story-open'); // first: the focus goes to a button that may have been hidden
    this.card.close();
    stage.cover();
    choice.dismiss();
    engine.tell('setLens', this.#lensBefore ?? undefined);
    this.#map.fire('khorgos-step', null);
  }

  /** The texts of the card are all there: that another one is seen has to be said. */
  #say(index) {
    const { live, words } = this.#map;
    const { title, text } = this.#steps[index];
    live.say(words.said('step_of_spoken', ...[index + 1, this.#steps.length].map((number) => words.count(number))), title, text);
  }

  #open() {
    if (this.card.at >= 0) this.end();
    else this.tell(0);
  }

  #openFacts(index) {
    const data = this.#map.engine.get('stepPanel', index);
    if (data) this.#map.choice.open('step', data, true);
  }
}
