// The attributes of <khorgos-map>, as custom-elements.json lists them.
import { WORDS as OF_THE_ELEMENT } from '../element/vocabulary.js';

const { theme, ...others } = OF_THE_ELEMENT;

/** The words that an attribute has, by its name; undefined where it may be any. */
export const WORDS = {
  brief: undefined,
  map: undefined,
  lens: undefined,
  lang: undefined,
  theme,
  projection: ['azimuthal-equal-area', 'conic-equal-area', 'conic-conformal', 'equal-earth', 'mercator'],
  worldview: ['un', 'de-facto', 'iso', 'ru', 'cn', 'in', 'pk'],
  graticule: undefined,
  ...others,
};
