// What a widget of any module is given: a canvas, the bytes of a map, a language.

export function context2d(canvas) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2d canvas');
  return context;
}

/** The bytes of a base map, put away or not. */
export const mapBytes = ({ parts }) => Promise.all(parts.map(async (part) => (part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part)));

/** Gives the engine the language's words and names. */
export function teach(widget, language, refuses) {
  if (!language) return;
  if (language.names) refuses(widget.addNames(language.lang, language.names), 'language', {});
  refuses(widget.setLanguage(language.lang, language.words), 'language', {});
}

/** Gives it the brief's texts in the language. */
export function translate(widget, language, refuses) {
  if (language?.texts && widget) refuses(widget.addTranslation(language.lang, language.texts), 'language', {});
}
