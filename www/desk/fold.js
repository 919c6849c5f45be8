// Texts as they are compared: what a reader may leave out or write otherwise is left out or written one way.

const ONE_WAY = {
  // Letters of Kazakh on a Russian keyboard.
  қ: 'к', ғ: 'г', ә: 'а', ө: 'о', ү: 'у', ұ: 'у', і: 'и', ң: 'н', һ: 'х',
  // Arabic letters for the Persian ones.
  ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe',
};
const OTHERS = new RegExp(`[${Object.keys(ONE_WAY).join('')}]`, 'gu');
// Persian and Arabic digits end with the digit that they are.
const digit = (found) => found.codePointAt(0) & 15;

const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(OTHERS, (letter) => ONE_WAY[letter])
    .replace(/[٠-٩۰-۹]/g, digit);

/** Scripts that set no spaces between words. */
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;
const RUNS = /(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})+|(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})[\p{L}\p{N}])+/gu;
// Of text without spaces so much is one word.
const LONGEST = 6;

export const isUnspaced = (word) => UNSPACED.test(word);

/** The words of a query. */
export const wordsOf = (text) => (fold(text).match(RUNS) ?? []).flatMap((run) => (isUnspaced(run) ? run.match(/.{1,6}/gu) : [run]));

/** The words of a text that may be looked for: where there are no spaces, one may begin anywhere. */
export const findable = (text) =>
  (fold(text).match(RUNS) ?? []).flatMap((run) => (isUnspaced(run) ? Array.from(run, (_, at) => run.slice(at, at + LONGEST)) : [run]));
