// One WebAssembly instance of each module for all maps of a page; each map has a Widget of its own.
import init, { BriefReader, Widget } from './khorgos_wasm.js';

/** A start that happens once. One that failed is tried again by the next call. */
const once = (start) => {
  let started;
  return () =>
    (started ??= start().catch((cause) => {
      started = undefined;
      throw cause;
    }));
};

/** Resolves to the classes of the module that draws maps, once it runs. */
export const startEngine = once(async () => {
  await init({ module_or_path: new URL('khorgos_wasm_bg.wasm', import.meta.url) });
  return { BriefReader, Widget };
});

/** The same of the module whose Widget gives what is taken away: loaded when somebody first asks. */
export const startTakeaway = once(async () => {
  const module = await import('./khorgos_takeaway.js');
  await module.default({ module_or_path: new URL('khorgos_takeaway_bg.wasm', import.meta.url) });
  return module;
});
