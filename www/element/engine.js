// One WebAssembly instance for all maps of a page; each map has a Widget of its own. When one breaks down, the instance is mended and the
// other maps go on in it. An instance for each map would need no mending, but start and hold in memory the whole module once for each.
// What mending costs: the memory of the widget that broke down is not had back before the page is left.
import start, { BriefReader, takeReason, Widget } from './khorgos_wasm.js';
import { mending } from './mending.js';
import { once } from './once.js';
import { startFrom } from './patience.js';

let given;
/** Signals of the maps that want the engine. */
const wanting = new Set();
const isWanted = () => [...wanting].some(({ aborted }) => !aborted);

/** Puts the instance right after something was caught that came from it, and says what happened. */
export let mend = (cause) => String(cause?.message ?? cause);

const started = once(async () => {
  const source = given ?? new URL('./khorgos_wasm_bg.wasm', import.meta.url);
  const isAddress = typeof source === 'string' || source instanceof URL;
  const exports = await (isAddress ? startFrom(start, source, isWanted) : start({ module_or_path: source }));
  mend = mending(exports, takeReason);
  return { BriefReader, Widget };
});

/** Resolves to the classes of the module that draws maps, once it runs. `signal` aborts when the map that asks is let go. */
export function startEngine(signal) {
  wanting.add(signal);
  return started().finally(() => wanting.delete(signal));
}

/**
 * Starts the module from somewhere else than beside this script: an address, a response, bytes, or what was compiled. Counts when no
 * map has started it before. Resolves when it runs.
 */
export async function init(module) {
  given = module;
  await startEngine(new AbortController().signal);
}
