// The facts of a brief as a table, made without the engine: for a page on which it cannot run. Loaded then, and as good as it can be had:
// what is not as a brief has it is left out.
import { h, webLink } from '../element/dom.js';
import { mark } from '../element/words.js';

const ENGLISH = { facts_table: 'Table of facts', statement: 'What the source says', period: 'Period' };

const parsed = (bytes) => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const listOf = (value) => (Array.isArray(value) ? value : []);

/** A text that may be given in several languages. */
const inLanguage = (text, lang) => (typeof text === 'string' ? text : (text?.[lang] ?? text?.en ?? Object.values(text ?? {})[0]));

const workOf = ({ author, year, title, container, url } = {}) => {
  const parts = [author && year ? `${author} (${year})` : author, title, container].filter(Boolean).join('. ');
  return parts && h('p', {}, url ? webLink(url, parts) : parts);
};

/** A table of a brief's facts, each with its sources; nothing where the bytes hold none. `texts`: the bytes of its texts in the language. */
export function factTable(words, brief, texts) {
  const { facts, sources = {}, meta } = parsed(brief) ?? {};
  if (!listOf(facts).length) return undefined;
  words.learn(ENGLISH);
  const own = (texts && parsed(texts)?.facts) ?? {};
  const row = ({ id, text, period, cite }) => {
    const isOwn = typeof own[id]?.text === 'string';
    const lang = isOwn || meta?.language === words.lang ? undefined : meta?.language;
    const statement = mark(h('p', {}, isOwn ? own[id].text : inLanguage(text, words.lang)), lang);
    const works = listOf(cite?.notes).map((note) => workOf(sources[note]));
    return h('tr', {}, h('td', {}, statement), h('td', { 'data-name': words.say('period') }, typeof period === 'string' ? period : ''), h('td', { 'data-name': words.say('sources') }, ...works));
  };
  const heads = ['statement', 'period', 'sources'].map((key) => h('th', { scope: 'col' }, words.say(key)));
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.say('facts_table') },
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...facts.map(row))),
  );
}
