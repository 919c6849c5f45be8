// One WebAssembly instance for all maps of a page; each map has a Widget of its own.
import start, { BriefReader, Widget } from './khorgos_wasm.js';
import { once } from './once.js';

let given;

/** Resolves to the classes of the module that draws maps, once it runs. */
export const startEngine = once(async () => {
  await start({ module_or_path: given ?? new URL('./khorgos_wasm_bg.wasm', import.meta.url) });
  return { BriefReader, Widget };
});

/**
 * Starts the module from somewhere else than beside this script: an address, a response, bytes, or what was compiled. Counts when no
 * map has started it before. Resolves when it runs.
 */
export async function init(module) {
  given = module;
  await startEngine();
}
