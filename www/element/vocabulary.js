/** The words that attributes may be, where it is the element that reads them; the engine knows those of the others. */
export const WORDS = {
  theme: ['auto', 'light', 'dark', 'contrast'],
  loading: ['eager', 'lazy'],
  story: ['scroll'],
  gestures: ['greedy'],
  keys: ['off'],
  motion: ['gentle'],
  state: ['hash'],
  worker: ['off'],
};
