const NOT_GIVEN = [undefined, null];

/** Facts in the order of their values: of one measure and one unit with one another, and with nothing else. */
function byValue(facts, compare, way) {
  const groups = new Map();
  for (const fact of facts) {
    const { measure, unit, value } = fact.raw;
    const key = NOT_GIVEN.includes(value) ? '' : JSON.stringify([measure, unit]);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(fact);
  }
  const without = groups.get('') ?? [];
  groups.delete('');
  const measured = [...groups.values()].sort(([a], [b]) => compare(a.entry.measure.text, b.entry.measure.text));
  const sorted = measured.map((members) => ({ measure: members[0].entry.measure, facts: members.sort((a, b) => way * (a.raw.value - b.raw.value)) }));
  return [...sorted, ...(without.length ? [{ facts: without }] : [])];
}

const TEXTS = {
  about_whom: ({ entry }) => entry.subject.text,
  with_whom: ({ entry }) => entry.object?.text,
  measure: ({ entry }) => entry.measure.text,
  period: ({ raw }) => raw.period,
  statement: ({ entry }) => entry.text.text,
  sources: ({ sources }) => sources[0]?.text,
};

/**
 * Facts in groups, `{ measure?, facts }`, sorted by a column in a direction (1 or -1): in the order of the language, what is not
 * given last. Without a column they stay in the order of the brief.
 */
export function sorted(facts, { column, way }, lang) {
  let collator;
  try {
    collator = new Intl.Collator(lang, { numeric: true });
  } catch {
    collator = new Intl.Collator('en', { numeric: true }); // what the page says is no language's tag
  }
  const compare = (a, b) => collator.compare(a, b);
  if (!column) return [{ facts }];
  if (column === 'value') return byValue(facts, compare, way);
  const textOf = TEXTS[column];
  const [given, others] = [facts.filter(textOf), facts.filter((fact) => !textOf(fact))];
  return [{ facts: [...given.sort((a, b) => way * compare(textOf(a), textOf(b))), ...others] }];
}
