// A base map of any format becomes one that the engine takes.
import { inSlices } from './slices.js';

// From here on it is worth the time that a worker takes to start.
const LARGE_BYTES = 1_000_000;
const MAGIC = 'khorgos';

const isPacked = (part) => String.fromCharCode(...part.subarray(0, MAGIC.length)) === MAGIC;

/**
 * Reads and packs a map's documents, if they are not packed: a large one in a worker, where the page may have one and wants it.
 * `between(share)` hears how far it is and says whether to go on. Resolves to `{ packed }`, a list of parts, or to `{ problems }`,
 * or to nothing when it was not to go on.
 */
export async function readMap(parts, wantsWorker, between) {
  if (parts.every(isPacked)) return { packed: parts };
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const isInWorker = wantsWorker && size >= LARGE_BYTES;
  const alone = isInWorker ? await readInWorker(parts, between) : refusal;
  const result = alone === refusal ? await (await import('../reader.js')).readHere(parts, inSlices, between) : alone;
  return result?.packed ? { packed: [result.packed] } : result;
}

/** What comes of a page that may have no worker: by its policy, or as its script is another site's. */
const refusal = Symbol('no worker');

async function readInWorker(parts, between) {
  let worker;
  try {
    worker = new Worker(new URL('khorgos_reader.js', import.meta.url), { type: 'module' });
  } catch {
    return refusal;
  }
  try {
    return await new Promise((resolve, reject) => {
      let hasBegun = false;
      worker.onmessage = ({ data }) => {
        hasBegun = true;
        if (!between(data.share ?? 1)) resolve(undefined);
        else if (data.share === undefined) resolve(data);
      };
      worker.onerror = ({ message }) => (hasBegun ? reject(new Error(`could not be read: ${message}`)) : resolve(refusal));
      worker.postMessage(parts);
    });
  } finally {
    worker.terminate();
  }
}
