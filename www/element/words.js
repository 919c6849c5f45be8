// The interface's own words. English is built in, here and in desk/words.js; other languages come with assets/words/*.json, member `page`.

export const ENGLISH = {
  about_this_map: 'About this map',
  map_data: 'Map data',
  zoom: 'Zoom',
  zoom_in: 'Zoom in',
  zoom_out: 'Zoom out',
  whole_map: 'Show the whole map',
  legend: 'Legend',
  layers: 'Layers',
  source: 'Source {0}',
  sources: 'Sources',
  themes: 'Themes',
  close: 'Close',
  put_away: 'Put away',
  back_to_text: 'Back to the text',
  copy_citation: 'Copy citation',
  copied: 'Copied',
  table: 'Table (CSV)',
  show_on_map: 'Show on the map',
  share: 'Save and share',
  map: 'Map',
  map_of: '{0}: map',
  keys: 'Arrow keys move the map, N and P go from thing to thing, Enter opens, question mark lists all keys.',
  loading: 'Loading the map…',
  reading: 'Reading the map',
  cancel: 'Cancel',
  try_again: 'Try again',
  height: 'Change the height',
  height_peek: 'Panel height: low',
  height_half: 'Panel height: half',
  height_full: 'Panel height: full',
  brief: 'The brief',
  base_map: 'The base map',
  engine: 'The map',
  words: 'The interface’s language',
  one_problem: '{0} has a problem',
  problems: '{0} has {1} problems',
  problem_list: 'Problems',
  where: 'Where',
  expected: 'Expected',
  found: 'Found',
  lenses: 'Point of view',
  balance: 'Side by side',
  bars: 'Bars: {0}',
  period_not_given: 'period not given',
  story: 'Story',
  step_of: '{0} of {1}',
  step_of_spoken: 'Step {0} of {1}',
  previous_step: 'Previous step',
  next_step: 'Next step',
  end_story: 'End the story',
  facts_and_sources: 'Facts and sources',
  last_good: 'The last good map is still shown.',
  opened: 'Panel open: {0}',
  move: 'Move the map',
  move_up: 'Move up',
  move_down: 'Move down',
  move_left: 'Move left',
  move_right: 'Move right',
  full_screen: 'Full screen',
  leave_full_screen: 'Leave full screen',
  hint_touch: 'Use two fingers to move the map',
  hint_wheel: 'Hold {0} while you scroll to zoom',
  choose: 'Several things lie here',
  search: 'Search',
  list_and_table: 'List and table',
  settings: 'Settings',
  keyboard: 'Keyboard',
  stop_motion: 'Stop the motion',
  start_motion: 'Start the motion',
  no_lens: 'Everything',
  new_tab: 'Opens in a new tab',
};

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ug', 'ur', 'he', 'ps', 'ckb', 'sd', 'yi']);

/** The words of one map, which may change while it stands. */
export class Words {
  lang = 'en';
  #english = ENGLISH;
  #own = {};
  #bound = [];
  #numbers = numbersOf(this.lang);

  /** Whether the language is written from right to left, and the interface mirrored with it. */
  get isMirrored() {
    return RIGHT_TO_LEFT.has(this.lang.split('-')[0]);
  }

  /** Learns more words in English, of a part of the interface that is loaded later. */
  learn(english) {
    this.#english = { ...this.#english, ...english };
  }

  /** A word or sentence; `parts` go where it has {0}, {1}, … */
  say(key, ...parts) {
    return (this.#own[key] ?? this.#english[key]).replace(/\{(\d)\}/g, (_, index) => parts[index]);
  }

  /** The same as `{ text, lang }`, with `lang` where it is not said in the language of the map. */
  said(key, ...parts) {
    return { text: this.say(key, ...parts), lang: key in this.#own || this.lang === 'en' ? undefined : 'en' };
  }

  /** A number that counts, in the language's digits. */
  count(number) {
    return this.#numbers.format(number);
  }

  /**
   * Writes a word into a node, or into one of its attributes, now and after every change of language. `key` may be a function, for
   * what changes by itself: see `write`. Returns the node.
   */
  bind(node, key, attribute) {
    const write = () => {
      const { text, lang } = this.said(typeof key === 'function' ? key() : key);
      if (attribute) return node.setAttribute(attribute, text);
      node.textContent = text;
      mark(node, lang);
    };
    this.#bound.push(write);
    write();
    return node;
  }

  /** Names a button that shows no words. */
  label(node, key) {
    this.bind(node, key, 'aria-label');
    return this.bind(node, key, 'title');
  }

  /** Takes another language with what words there are of it. */
  take(lang, own = {}) {
    this.lang = lang;
    this.#own = own;
    this.#numbers = numbersOf(lang);
    this.write();
  }

  /** Writes all words anew. */
  write() {
    for (const write of this.#bound) write();
  }
}

/** Says of a node which language it is in, where that is not the language around it; its direction may be another, too. */
export function mark(node, lang) {
  for (const [name, value] of [['lang', lang], ['dir', 'auto']]) {
    if (lang) node.setAttribute(name, value);
    else node.removeAttribute(name);
  }
  return node;
}

function numbersOf(lang) {
  try {
    return new Intl.NumberFormat(lang);
  } catch {
    return new Intl.NumberFormat('en'); // what the page says is no language's tag
  }
}
