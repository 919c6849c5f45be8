// One WebAssembly instance for all maps of a page; each map has a Widget of its own.
import init, { BriefReader, Widget } from './khorgos_wasm.js';
import { once } from './once.js';

/** Resolves to the classes of the module that draws maps, once it runs. */
export const startEngine = once(async () => {
  await init({ module_or_path: new URL('khorgos_wasm_bg.wasm', import.meta.url) });
  return { BriefReader, Widget };
});
