import { isUnspaced } from './fold.js';

/** How many slips are forgiven in a word: none in short ones, whose neighbours are words of their own. */
export function forgiven(word) {
  const { length } = word;
  if (isUnspaced(word)) return length < 3 ? 0 : 1;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Whether a word can be had from the beginning of another by at most so many slips: a letter left out, put in, taken for another,
 * or two that changed places.
 */
export function isNear(word, other, most) {
  const wide = Math.min(other.length, word.length + most);
  if (wide < word.length - most) return false;
  let before = [];
  let above = Array.from({ length: wide + 1 }, (_, at) => at);
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= wide; at += 1) {
      const isSame = word[row - 1] === other[at - 1];
      now[at] = Math.min(above[at] + 1, now[at - 1] + 1, above[at - 1] + (isSame ? 0 : 1));
      const changedPlaces = row > 1 && at > 1 && word[row - 1] === other[at - 2] && word[row - 2] === other[at - 1];
      if (changedPlaces) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    if (Math.min(...now) > most) return false;
    [before, above] = [above, now];
  }
  return Math.min(...above) <= most;
}
