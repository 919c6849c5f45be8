// Maps of any format, read and packed for the engine: in a worker, which is this file again, or in slices on a page that may have none.
import init, { MapReader, takeReason } from './khorgos_reader.js';
import { mending } from '../element/mending.js';
import { once } from '../element/once.js';
import { startFrom } from '../element/patience.js';
import { inSlices } from '../element/slices.js';

// From here on it is worth the time that a worker takes to start: what it held is free when it ends.
const LARGE_BYTES = 200_000;
// A worker has nobody to wait for, but to tell how far it is.
const TOLD_EVERY_MS = 50;
/** What comes of a page that may have no worker: by its policy, or as its script is another site's. */
const NO_WORKER = Symbol('no worker');

/**
 * Reads a map's documents within limits, as the engine takes them: large ones in a worker if the page wants it, others in slices.
 * `between(share)` hears how far it is and says whether to go on. Resolves to `{ packed }` or to `{ problems }`, or to nothing
 * when it was not to go on. Fails with the reason when it breaks down; the next map is read all the same.
 */
export async function read(parts, limits, wantsWorker, between) {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const result = wantsWorker && size >= LARGE_BYTES ? await readInWorker([parts, limits], between) : NO_WORKER;
  return result === NO_WORKER ? readHere([parts, limits], between) : result;
}

async function readInWorker(given, between) {
  let worker;
  try {
    worker = new Worker(import.meta.url, { type: 'module' });
  } catch {
    return NO_WORKER;
  }
  try {
    return await new Promise((resolve, reject) => {
      let hasBegun = false;
      worker.onmessage = ({ data }) => {
        hasBegun = true;
        if (data.reason !== undefined) reject(new Error(data.reason));
        else if (!between(data.share ?? 1)) resolve(undefined);
        else if (data.share === undefined) resolve(data);
      };
      worker.onerror = ({ message }) => (hasBegun ? reject(new Error(`could not be read: ${message}`)) : resolve(NO_WORKER));
      worker.postMessage(given);
    });
  } finally {
    worker.terminate();
  }
}

const start = once(async () => mending(await startFrom(init, new URL('./khorgos_reader_bg.wasm', import.meta.url)), takeReason));

const outcome = (reader) => {
  const packed = reader.pack(true);
  return packed ? { packed } : { problems: reader.problems() };
};

async function readHere(given, between) {
  const mend = await start();
  try {
    const reader = new MapReader(...given);
    const isRead = await inSlices(
      () => reader.step(),
      () => between(reader.share()),
    );
    const result = isRead ? outcome(reader) : undefined;
    reader.free();
    return result;
  } catch (cause) {
    throw new Error(`could not be read: ${mend(cause)}`, { cause });
  }
}

function readAsWorker(given) {
  const reader = new MapReader(...given);
  let told = performance.now();
  while (reader.step()) {
    if (performance.now() - told < TOLD_EVERY_MS) continue;
    told = performance.now();
    postMessage({ share: reader.share() });
  }
  const result = outcome(reader);
  postMessage(result, result.packed ? [result.packed.buffer] : []);
}

if (globalThis.WorkerGlobalScope && self instanceof WorkerGlobalScope) {
  addEventListener('message', async ({ data }) => {
    let mend = ({ message }) => message;
    try {
      mend = await start();
      postMessage({ share: 0 });
      readAsWorker(data);
    } catch (cause) {
      postMessage({ reason: `could not be read: ${mend(cause)}` });
    }
  });
}
