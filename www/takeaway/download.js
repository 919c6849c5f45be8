const KEPT_MS = 60_000; // the reader may be asked where to put it

/** At the start of a table: without it some spreadsheets take UTF-8 for something else. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Hands the reader a file that was made here. It is let go after a while, or with the map. */
export function download(name, blob, signal) {
  const href = URL.createObjectURL(blob);
  const letGo = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', letGo);
    URL.revokeObjectURL(href);
  };
  const timer = setTimeout(letGo, KEPT_MS);
  signal?.addEventListener('abort', letGo);
  Object.assign(document.createElement('a'), { href, download: name }).click();
}

/** A file's name from a title in any script. */
export const fileName = (title, ending) => `${title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60)}.${ending}`;
