import { h, said } from '../element/dom.js';
import { valueOf } from '../element/facts.js';

/** A value as the source gives it. */
export const figureOf = ({ entry }) => (entry.figure ? h('span', { class: 'figure-line' }, ...valueOf(entry.figure)) : undefined);

/** Of a flow without an amount: that there is none. */
export function lackOf(stock, { flow }) {
  const lacking = stock.lacking(flow);
  return lacking && said('span', { class: 'lacking' }, lacking);
}

/** When it was, or that the source does not say; without a value there is nothing to date. */
export function periodOf(words, { entry }) {
  if (entry.period) return h('span', { class: 'period' }, entry.period);
  return entry.figure ? said('span', { class: 'period' }, words.said('period_not_given')) : undefined;
}

/** All of it as one line, of a flow with what is measured. */
export function figureLine(words, stock, fact) {
  if (!fact) return undefined;
  const measure = fact.flow && said('span', {}, fact.entry.measure);
  const parts = [measure, figureOf(fact), periodOf(words, fact)].filter(Boolean);
  return h('span', { class: 'found-figure' }, ...parts.flatMap((part, index) => (index ? [' · ', part] : [part])), lackOf(stock, fact));
}
