// Maps of any format, read and packed for the engine: in a worker, or in slices on a page that may have none.
import init, { MapReader } from './khorgos_reader.js';

// A worker has nobody to wait for, but to tell how far it is.
const TOLD_EVERY_MS = 50;

const start = () => init({ module_or_path: new URL('khorgos_reader_bg.wasm', import.meta.url) });

const outcome = (reader) => {
  const packed = reader.pack(true);
  return packed ? { packed } : { problems: reader.problems() };
};

/**
 * Reads a base map on the page, step by step as `inSlices` has it. `between(share)` hears how far it is and says whether to go on.
 * Resolves to `{ packed }` or `{ problems }`, or to nothing when it was not to go on.
 */
export async function readHere(parts, inSlices, between) {
  await start();
  const reader = new MapReader(parts);
  const isRead = await inSlices(
    () => reader.step(),
    () => between(reader.share()),
  );
  const result = isRead ? outcome(reader) : undefined;
  reader.free();
  return result;
}

function readAlone(parts) {
  const reader = new MapReader(parts);
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
    await start();
    postMessage({ share: 0 });
    readAlone(data);
  });
}
