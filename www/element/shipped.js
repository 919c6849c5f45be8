// The files that ship with the element. Each is named by a literal beside this script, as bundlers want it: they take the file along.

/** Brief and base map of an element that is given none. */
export const SHIPPED = {
  brief: [new URL('./assets/briefs/kazakhstan.json', import.meta.url).href],
  map: [new URL('./assets/map/base.bin', import.meta.url).href, new URL('./assets/map/osm.bin', import.meta.url).href],
};

/** That brief's texts, by language. */
export const TEXTS = {
  kk: new URL('./assets/briefs/kazakhstan.kk.json', import.meta.url).href,
  ru: new URL('./assets/briefs/kazakhstan.ru.json', import.meta.url).href,
  zh: new URL('./assets/briefs/kazakhstan.zh.json', import.meta.url).href,
  fa: new URL('./assets/briefs/kazakhstan.fa.json', import.meta.url).href,
};

/** The interface's words, in its languages beside English. */
export const WORDS = {
  kk: new URL('./assets/words/kk.json', import.meta.url).href,
  ru: new URL('./assets/words/ru.json', import.meta.url).href,
  zh: new URL('./assets/words/zh.json', import.meta.url).href,
  fa: new URL('./assets/words/fa.json', import.meta.url).href,
};

/** Names of the shipped map's countries. */
export const NAMES = {
  ar: new URL('./assets/map/names/ar.json', import.meta.url).href,
  az: new URL('./assets/map/names/az.json', import.meta.url).href,
  fa: new URL('./assets/map/names/fa.json', import.meta.url).href,
  kk: new URL('./assets/map/names/kk.json', import.meta.url).href,
  ky: new URL('./assets/map/names/ky.json', import.meta.url).href,
  mn: new URL('./assets/map/names/mn.json', import.meta.url).href,
  ru: new URL('./assets/map/names/ru.json', import.meta.url).href,
  tg: new URL('./assets/map/names/tg.json', import.meta.url).href,
  tk: new URL('./assets/map/names/tk.json', import.meta.url).href,
  tr: new URL('./assets/map/names/tr.json', import.meta.url).href,
  ug: new URL('./assets/map/names/ug.json', import.meta.url).href,
  uz: new URL('./assets/map/names/uz.json', import.meta.url).href,
  zh: new URL('./assets/map/names/zh.json', import.meta.url).href,
};
