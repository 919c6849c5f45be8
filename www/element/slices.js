/** How long the page may be kept from its reader at one go. */
export const SLICE_MS = 8;

/** Lets the page draw and hear its reader, then goes on: a timer would wait longer. */
const breath = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Does work step by step for a slice, as long as `step()` says that there is more. Says whether there still is. */
export function forASlice(step) {
  const began = performance.now();
  while (step()) if (performance.now() - began >= SLICE_MS) return true;
  return false;
}

/** Does such work in slices; `between()` says whether to go on. */
export async function inSlices(step, between) {
  while (forASlice(step)) {
    if (!between()) return false;
    await breath();
    if (!between()) return false;
  }
  return true;
}
