// One WebAssembly instance for all maps of a page; each map has a Widget of its own.
import init, { MapReader, Widget } from './khorgos_wasm.js';

let started;

/** Resolves to the module's classes once it runs. A start that failed is tried again by the next call. */
export function startEngine() {
  started ??= init({ module_or_path: new URL('khorgos_wasm_bg.wasm', import.meta.url) }).then(
    () => ({ MapReader, Widget }),
    (cause) => {
      started = undefined;
      throw cause;
    },
  );
  return started;
}
