import { h } from '../element/dom.js';

const KEPT_MS = 60_000; // the reader may be asked where to put it

/** Hands the reader a file that was made here. */
export function download(name, blob) {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}

/** A file's name from a title in any script. */
export const fileName = (title, ending) => `${title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60)}.${ending}`;
