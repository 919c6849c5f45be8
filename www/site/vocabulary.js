// The attributes of <khorgos-map>, as custom-elements.json lists them.

/** The words that an attribute has, by its name; undefined where it may be any. */
export const WORDS = {
  brief: undefined,
  map: undefined,
  lens: undefined,
  lang: undefined,
  theme: ['auto', 'light', 'dark', 'contrast'],
  projection: ['azimuthal-equal-area', 'conic-equal-area', 'conic-conformal', 'equal-earth', 'mercator'],
  worldview: ['un', 'de-facto', 'iso', 'ru', 'cn', 'in', 'pk'],
  graticule: undefined,
  loading: ['eager', 'lazy'],
  story: ['scroll'],
  gestures: ['greedy'],
  keys: ['off'],
  motion: ['gentle'],
  state: ['hash'],
  worker: ['off'],
};
