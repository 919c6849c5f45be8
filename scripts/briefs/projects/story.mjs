// The story. Its figures are those of facts, so they are put in from them.
import { inMillions } from './words.mjs';

export function storyOf(facts) {
  const fact = (id) => facts.find((one) => one.id === id) ?? raise(id);
  const sum = (id) => inMillions(fact(id).value * 1e6);
  const count = (id) => String(fact(id).value);
  return [
    {
      title: 'Where the money went',
      text: `AidData could trace ${count('records')} Chinese-financed projects in Central Asia on the map. Of their amounts, most went to Kazakhstan: ${sum('oof-KAZ')} of loans on terms near the market’s. Widths compare countries within one class of finance only.`,
      facts: ['records', 'oof-KAZ', 'oof-TKM', 'oof-TJK', 'oof-KGZ', 'oof-UZB'],
      view: { fit: ['CHN', 'KAZ', 'UZB', 'TKM', 'KGZ', 'TJK'] },
      lens: 'loans',
      select: 'oof-to-KAZ',
    },
    {
      title: 'Gas for China',
      text: `The largest record of the file is a loan of 2008: ${sum('project-54489')} for the Kazakh part of the gas pipeline from Central Asia to China. The source places it as one point, and outside Kazakhstan, so the map shows the base map’s route instead.`,
      facts: ['project-54489', 'industry-KAZ'],
      view: { fit: ['gas-line-a'] },
      lens: 'industry',
      select: 'gas-line-a',
    },
    {
      title: 'One field, most of a country’s sum',
      text: `In Turkmenistan, ${sum('project-40393')} were lent for the first phase of the Galkynysh gas field in 2009. All industry and mining there comes to ${sum('industry-TKM')}. The source links the loan to two more records; they are not in the file.`,
      facts: ['project-40393', 'industry-TKM', 'records-TKM'],
      view: { fit: ['galkynysh', 'TKM', 'CHN'] },
      lens: 'industry',
      select: 'galkynysh',
    },
    {
      title: 'Light and heat',
      text: `Energy went to four countries in sums of like size: ${sum('energy-KGZ')} in Kyrgyzstan, ${sum('energy-TJK')} in Tajikistan, ${sum('energy-UZB')} in Uzbekistan, ${sum('energy-KAZ')} in Kazakhstan. Most of oil and gas counts as industry.`,
      facts: ['energy-KGZ', 'energy-TJK', 'energy-UZB', 'energy-KAZ', 'energy-TKM'],
      view: { fit: ['energy-to-KGZ', 'energy-to-TJK', 'energy-to-UZB', 'moynak'] },
      lens: 'energy',
      select: 'energy-to-KGZ',
    },
    {
      title: 'Over the mountains',
      text: `Transport took ${sum('transport-KGZ')} in Kyrgyzstan and ${sum('transport-TJK')} in Tajikistan, nearly all of it for roads. Roads are lines in the source and have no point here; the Kamchiq tunnel in Uzbekistan has: ${sum('project-40325')}.`,
      facts: ['transport-KGZ', 'transport-TJK', 'project-40325', 'project-40491', 'project-39989'],
      view: { fit: ['transport-to-KGZ', 'transport-to-TJK', 'kamchiq'] },
      lens: 'transport',
      select: 'kamchiq',
    },
    {
      title: 'What no sum contains',
      text: `A loan of ${sum('project-40266')} for Atyrau was cancelled, one of ${sum('project-53930')} for Astana’s light railway suspended. Pledges are left out as well. Rescheduled debts are in the file, but without amounts. Projects without a traced location are not in it at all.`,
      facts: ['project-40266', 'project-53930', 'project-72399', 'project-54144', 'no-amount-KAZ', 'no-amount-KGZ', 'no-amount-TJK', 'no-amount-UZB'],
      view: { fit: ['KAZ'] },
      lens: 'loans',
      select: 'KAZ',
    },
  ];
}

function raise(id) {
  throw new Error(`the story names ${id}, which is no fact`);
}
