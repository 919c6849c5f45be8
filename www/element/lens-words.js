/** What the lenses, the comparison and the story say of themselves. The rest of their text is the brief's. */
export const WORDS = {
  lenses: 'Point of view',
  balance: 'Side by side',
  barsFrom: (axis) => `Bars: ${axis}`,
  periodNotGiven: 'period not given',
  story: 'Story',
  stepOf: (number, count) => `${number} of ${count}`,
  stepOfSpoken: (number, count) => `Step ${number} of ${count}`,
  previous: 'Previous step',
  next: 'Next step',
  end: 'End the story',
  facts: 'Facts and sources',
};
