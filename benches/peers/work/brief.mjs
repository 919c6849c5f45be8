/** Our brief of the same flows: every amount a fact, all of one measure, unit and period. */
export function briefOf(title, nodes, flows, extent) {
  const cite = { section: 'Seeded', paragraph: 1, notes: ['seed'] };
  return {
    version: 1,
    meta: { title, summary: 'Flows from a seed.', language: 'en', publication: { title: 'The bench', author: 'A seed', publisher: 'The bench', year: 2025 } },
    view: { extent, projection: 'mercator' },
    sources: { seed: { note: 1, author: 'A seed', year: 2025, title: 'Amounts from a seed' } },
    themes: [{ id: 'trade', title: 'Trade' }],
    measures: { goods: { title: 'Goods', theme: 'trade' } },
    blocs: { all: { title: 'All', hue: 'red' } },
    actors: Object.fromEntries(nodes.map(({ id, at }) => [id, { role: 'context', bloc: 'all', anchor: at }])),
    facts: flows.map(({ from, to, value }, index) => ({
      id: `f${index}`, subject: from, object: to, measure: 'goods', value, unit: 'usd_bn', period: '2020', text: `Goods worth ${value}.`, cite,
    })),
    flows: flows.map(({ from, to }, index) => ({ id: `w${index}`, layer: 'trade', from, to, direction: 'one_way', fact: `f${index}` })),
    layers: [{ id: 'trade', title: 'Trade', visible: true }],
  };
}
